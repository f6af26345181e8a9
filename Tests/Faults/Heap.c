// Counts what is allocated in the whole program, libvirt's share included. A sanitizer has an allocator of its own.

#include "Faults.h"

#include <stdatomic.h>
#include <stddef.h>

#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)

long faults_live_allocations(void) { return 0; }

#else

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

static atomic_long live;

long faults_live_allocations(void) { return live; }

static void *counted(void *memory) {
    if (memory) live++;
    return memory;
}

void *malloc(size_t size) { return counted(__libc_malloc(size)); }
void *calloc(size_t count, size_t size) { return counted(__libc_calloc(count, size)); }
void *memalign(size_t alignment, size_t size) { return counted(__libc_memalign(alignment, size)); }
void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **memory, size_t alignment, size_t size) {
    *memory = memalign(alignment, size);
    return *memory ? 0 : 12 /* ENOMEM */;
}

void *realloc(void *memory, size_t size) {
    void *moved = __libc_realloc(memory, size);
    if (!memory && moved) live++;
    if (memory && !moved && size == 0) live--;
    return moved;
}

void free(void *memory) {
    if (memory) live--;
    __libc_free(memory);
}

#endif
