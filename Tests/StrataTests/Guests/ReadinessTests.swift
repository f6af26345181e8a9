import Testing

@testable import Strata

@Suite("Signs of readiness") struct ReadinessTests {
    @Test(
        arguments: [
            ("SeaBIOS (version 1.16.2-debian-1.16.2-1)", .firmware),
            ("BdsDxe: loading Boot0001 \"UEFI Misc Device\"", .firmware),
            ("GRUB loading.", .firmware),
            ("[    0.000000] Linux version 6.1.0-50-amd64", .kernel),
            ("[   12.345678] virtio_blk virtio2: [vda]", .kernel),
            ("reachhost login: ", .kernel),
            ("[   40.4] cloud-init[509]: Cloud-init v. 22.4.2 finished at Sat, 21 Nov 2026", .cloudInit),
            ("No bootable device.", nil), ("[broken] brackets", nil), ("[1.5] odd", nil),
        ] as [(String, ReadinessStage?)])
    func aLineOnTheConsoleProvesAStage(line: String, stage: ReadinessStage?) {
        var console = ConsoleText()
        let proofs = console.feed("\(line)\n".utf8)
        #expect(proofs.first?.stage == stage)
    }

    @Test func whateverAKernelThatIsStartedDirectlyWritesProvesIt() {
        var console = ConsoleText(bootsDirectly: true)
        let proofs = console.feed("hello\n".utf8)
        #expect(proofs.map(\.stage) == [.kernel])
        var other = ConsoleText(bootsDirectly: false)
        let none = other.feed("hello\n".utf8)
        #expect(none.isEmpty)
    }

    @Test func aSignMayArriveInPieces() {
        var console = ConsoleText()
        let first = console.feed("Linux ver".utf8)
        let second = console.feed("sion 6".utf8)
        #expect(first.isEmpty)
        #expect(second.map(\.stage) == [.kernel])
    }

    @Test func onlyTheLastLinesAreKeptAndTheyCannotDriveATerminal() {
        var console = ConsoleText()
        _ = console.feed((1...40).map { "line \($0)\r\n" }.joined().utf8)
        _ = console.feed("\u{1B}[2J\u{1B}[1;31mred\u{1B}[0m\u{7} prompt> ".utf8)
        #expect(console.tail.count == 12)
        #expect(console.tail.last == "red prompt>")
        #expect(console.tail.first == "line 30")
    }

    @Test func animatedLinesCountOnce() {
        var console = ConsoleText()
        _ = console.feed("working 1 %\rworking 50 %\rworking 99 %\r\ndone\r\n".utf8)
        #expect(console.tail == ["working 99 %", "done"])
    }

    @Test func endlessLinesAreCapped() {
        var console = ConsoleText()
        _ = console.feed(repeatElement(UInt8(ascii: "x"), count: 100_000))
        #expect((console.tail.first?.count ?? 0) <= 2000)
    }

    @Test(
        arguments: [
            ("[    5.000000] reboot: Restarting system\n", []),
            ("[    5.000000] reboot: Restarting system\nSeaBIOS (version 1.16)\n", [.firmware]),
            ("SeaBIOS (version 1.16)\nBooting from Hard Disk...\n", [.firmware, .firmware]),
            ("web login: SeaBIOS (version 1.16)\n", [.firmware]), ("web login: SeaBIOS (version 1.16)", [.firmware]),
            ("Linux version 6.1\n", [.kernel]), ("sysrq: Resetting\nBdsDxe: starting\n", [.firmware]),
            ("Rebooting in 3 seconds..\n", []),
        ] as [(String, [ReadinessStage])])
    func onlyTheLastBootProvesAnything(text: String, stages: [ReadinessStage]) {
        let first = "SeaBIOS (version 1.16)\nGRUB loading.\n[    0.000000] Linux version 6.1\nweb login: \n"
        var atOnce = ConsoleText()
        let proofs = atOnce.feed((first + text).utf8)
        #expect(proofs.map(\.stage) == stages)
        // The same in two pieces, as it comes.
        var inPieces = ConsoleText()
        let before = inPieces.feed(first.utf8)
        let after = inPieces.feed(text.utf8)
        #expect(before.last?.stage == .kernel)
        #expect(after.map(\.stage) == stages)
        #expect(inPieces.boots == (text.hasSuffix("\n") ? 1 : 0))
    }

    @Test func oneBootIsNotTakenForTwo() {
        var console = ConsoleText(bootsDirectly: true)
        let words = [
            "SeaBIOS (version 1.16)", "iPXE (http://ipxe.org) 00:03.0", "GRUB loading.", "EFI stub: Loaded initrd",
            "Booting the kernel.", "[    0.000000] Linux version 6.1", "[    1.000000] rebooting is far", "web login:",
        ]
        _ = console.feed(words.map { $0 + "\n" }.joined().utf8)
        #expect(console.boots == 0)
    }

    @Test func aRebootLeavesNothingButThePower() {
        var record = ReadinessRecord()
        for stage in [ReadinessStage.poweredOn, .kernel, .agent] { _ = record.add(ReadinessProof(stage, "")) }
        record.beginAnew()
        #expect(record.proofs.map(\.stage) == [.poweredOn])
        #expect(record.proves(.poweredOn) && !record.proves(.firmware) && !record.proves(.agent))
    }

    @Test func stagesAreOrderedAsTheyMostOftenCome() {
        #expect(ReadinessStage.allCases == ReadinessStage.allCases.sorted())
        #expect(ReadinessStage.cloudInit.rawValue == "cloud-init")
    }

    @Test func anSSHServerProvesANetworkButNoAgent() {
        var record = ReadinessRecord()
        let isNews = record.add(ReadinessProof(.ssh, "it greets"))
        let isLateNews = record.add(ReadinessProof(.kernel, "late"))
        #expect(isNews && !isLateNews)
        #expect(record.proves(.network) && record.proves(.kernel) && record.proves(.poweredOn))
        #expect(!record.proves(.agent) && !record.proves(.cloudInit))
        #expect(record.last?.stage == .ssh)
    }

    @Test func aFailureShowsItsDetailsBeforeTheHint() {
        let failure = Failure(.notReady, "guest 'a'", "late", hint: "wait", details: ["one", "two"])
        #expect("\(failure)" == "error: guest 'a': late\n  | one\n  | two\nhint: wait")
    }

    @Test(arguments: [(.seconds(40), "40 s"), (.milliseconds(300), "0.3 seconds")] as [(Duration, String)])
    func aLimitIsToldAsItWasGiven(limit: Duration, words: String) { #expect(limit.inWords == words) }
}
