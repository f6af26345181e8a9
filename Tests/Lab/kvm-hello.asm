; The smallest guest that shows a processor at work: it enters long mode, counts in user mode, says so on COM1 and
; powers off. One boot sector, no operating system.
;
; User mode is where it must count. Hardware runs any code of a guest natively; a KVM that is itself emulated may do so
; for ring 3 only and interpret the rest, instruction by instruction. So ring 0 does the least there is: it enters ring
; 3, and later writes one line. The same sector runs under plain emulation, and the two times compare the two.
;
; nasm -f bin -o kvm-hello.img kvm-hello.asm, then padded: SeaBIOS boots no SATA disk of a single sector.

COUNT   equ 2_000_000_000       ; under a second natively, about five seconds under emulation

; Memory: three page tables, then the task state, all cleared first; the sector itself is at 0x7c00.
PML4    equ 0x1000
PDPT    equ 0x2000
PD      equ 0x3000
TSS     equ 0x4000
STACK0  equ 0x6000              ; ring 0, for the one exception
STACK3  equ 0x7000              ; ring 3
IDT     equ gp_gate - 13 * 16   ; only gate 13 exists: general protection

COM1    equ 0x3f8
PM1_CNT equ 0x604               ; ACPI control register, where SeaBIOS puts it on i440fx and q35 alike
S5      equ 0x2000              ; sleep enable, type 0: soft off

        org 0x7c00
        bits 16
start:
        cli
        cld
        xor ax, ax
        mov ds, ax
        mov es, ax
        mov ss, ax
        mov sp, STACK0

        mov di, PML4
        mov cx, (TSS + 0x1000 - PML4) / 4
        xor eax, eax
        rep stosd

        ; One 2 MiB page, mapped one to one and open to user mode at every level.
        mov word [PML4], PDPT | 7
        mov word [PDPT], PD | 7
        mov word [PD], 0x87
        mov word [TSS + 4], STACK0      ; RSP0: the stack on which an exception enters ring 0

        mov eax, cr4
        or al, 1 << 5                   ; PAE
        mov cr4, eax
        mov eax, PML4
        mov cr3, eax
        mov ecx, 0xc0000080             ; EFER
        rdmsr
        or ah, 1                        ; long mode enable
        wrmsr
        lgdt [gdt_pointer]
        lidt [idt_pointer]
        mov eax, cr0
        or eax, 0x80000001              ; paging and protection in one step
        mov cr0, eax
        jmp CODE0:long_mode

        bits 64
long_mode:
        mov ax, TASK
        ltr ax
        push DATA3 | 3
        push STACK3
        push 2                          ; flags: interrupts stay off
        push CODE3 | 3
        push user
        iretq

; Ring 3. Counts down while counting up, turns the count into decimal digits, and leaves by an instruction that is not
; allowed here: a system call would need more set-up, and port I/O from ring 3 is what emulated KVMs get wrong.
user:
        xor eax, eax
        mov ecx, COUNT
.count:
        inc eax
        dec ecx
        jnz .count

        mov edi, digits_end
        mov ebx, 10
.digit:
        xor edx, edx
        div ebx
        add dl, '0'
        dec edi
        mov [rdi], dl
        test eax, eax
        jnz .digit
        hlt

; Ring 0 again, for good: the exception brought us here.
general_protection:
        mov esi, line
        mov ecx, line_end - line
.next:
        mov dx, COM1 + 5
.wait:
        in al, dx
        test al, 0x20                   ; room for a byte?
        jz .wait
        mov dx, COM1
        lodsb
        out dx, al
        dec ecx
        jnz .next

        mov dx, PM1_CNT
        mov ax, S5
        out dx, ax
.halt:
        hlt
        jmp .halt

line:   db 'KVM HELLO: counted '
digits: times 10 db ' '           ; as many as COUNT can have in 32 bits
digits_end:
        db ' in user mode', 13, 10
line_end:

        align 8
gdt:    dq 0
CODE0   equ $ - gdt
        dq 0x00209a0000000000
CODE3   equ $ - gdt
        dq 0x0020fa0000000000
DATA3   equ $ - gdt
        dq 0x0000f20000000000
TASK    equ $ - gdt
        dw 103, TSS, 0x8900, 0          ; 16 bytes, because its base has 64 bits
        dq 0
gdt_pointer:
        dw gdt_pointer - gdt - 1
        dd gdt

        align 8
gp_gate:
        dw general_protection, CODE0, 0x8e00, 0
        dq 0
idt_pointer:
        dw 14 * 16 - 1
        dd IDT

        times 510 - ($ - $$) db 0
        dw 0xaa55
