import Quantities
import Testing

@testable import StrataLayers

@Suite("The picture of a usage") struct UsagePictureTests {
    /// Two guests on the recorded host, a second apart, with memory, a disk and a network adapter.
    private func usage() throws -> Usage {
        var result: Usage?
        try MeteredHost.with { metered in
            var begin = metered.sample(at: 10)
            begin.guests[1].disks = [DiskCounters(name: "vda")]
            begin.guests[1].interfaces = [InterfaceCounters(name: "vnet0")]
            try metered.passOneSecond()
            var end = metered.sample(at: 11)
            end.statisticsTime = 11
            begin.statisticsTime = 10
            end.guests[0].memory.resident = .mebibytes(340)
            end.guests[0].isBusy = true
            end.guests[0].unavailable["disks"] = "it does not answer"
            end.guests[1].memory.resident = .gibibytes(2)
            end.guests[1].disks = [DiskCounters(name: "vda")]
            end.guests[1].disks[0].bytesRead = .mebibytes(100)
            end.guests[1].interfaces = [InterfaceCounters(name: "vnet0")]
            end.guests[1].interfaces[0].bytesSent = .kibibytes(5)
            result = Usage(from: begin, to: end)
        }
        return try #require(result)
    }

    private func text(_ picture: UsagePicture) throws -> String {
        picture.lines(of: try usage()).map { $0 + "\n" }.joined()
    }

    @Test func theBusiestGuestComesFirstBelowTheHost() throws {
        #expect(
            try text(UsagePicture(width: 104)) == """
                4 CPUs  code 25.0% VMM 7.5% kernel 7.5% daemons 2.5% interrupts 3.7% other 7.5% stolen 1.2% idle 45.0%
                16G     guests with VMM 2.3G daemons 23M huge pages in reserve 128M cache 3.9G other 5.3G free 3.9G
                2 guests · emulation: CODE% is the VMM's translation of it
                GUEST                   CPU%  CODE%   VMM%  KERN%  WAIT%  MEMORY    USED  READ/S WRITE/S    IN/S   OUT/S
                web                    160.0  100.0   30.0   30.0   50.0    2.0G     n/a    100M       0       0    5.0K
                old (busy)               0.0    0.0    0.0    0.0    0.0    340M     n/a     n/a     n/a       0       0

                """)
    }

    @Test func aNarrowScreenKeepsTheNameAndTheColumnThatIsSortedBy() throws {
        var picture = UsagePicture(width: 30)
        picture.sort = .sent
        #expect(
            try text(picture).split(separator: "\n").suffix(3) == [
                "GUEST                    OUT/S", "web                       5.0K", "old (busy)                   0",
            ])
    }

    @Test func noLineIsWiderThanTheScreenAndNoPictureHigher() throws {
        let usage = try usage()
        for width in [30, 40, 80, 200] {
            for height in [4, 5, 24] {
                let lines = UsagePicture(width: width, height: height).lines(of: usage)
                #expect(lines.count <= height)
                #expect(lines.allSatisfy { $0.count <= width }, "\(width)")
            }
        }
    }

    @Test func theOrderCanBeTurnedAndTheNamesFiltered() throws {
        var picture = UsagePicture(width: 80)
        picture.sort = .cpu
        picture.isReversed = true
        #expect(picture.guests(of: try usage()).map(\.name) == ["old", "web"])
        picture.filter = "WE"
        #expect(picture.guests(of: try usage()).map(\.name) == ["web"])
        #expect(try text(picture).contains("2 guests, 1 with 'WE'"))
    }

    @Test func moreGuestsThanLinesAreScrolled() throws {
        var usage = try usage()
        let one = try #require(usage.guests.first)
        usage.guests = (0..<100).map { number in
            var guest = one
            guest.name = "guest-\(number / 10)\(number % 10)"
            return guest
        }
        var picture = UsagePicture(width: 80, height: 14)
        picture.sort = .name
        picture.offset = 95
        let lines = picture.lines(of: usage)
        #expect(lines.last?.hasPrefix("guest-99") == true)
        #expect(lines.contains { $0.hasPrefix("100 guests, 93 to 100 below") })
        #expect(picture.room(for: usage) == 8)
    }

    @Test func whatTheHostDoesTakesASecondLineWhereTheScreenIsNarrowAndHigh() throws {
        #expect(
            try text(UsagePicture(width: 60)).hasPrefix(
                """
                4 CPUs  code 25.0% VMM 7.5% kernel 7.5% daemons 2.5%
                        interrupts 3.7% other 7.5% stolen 1.2% idle 45.0%
                16G     guests with VMM 2.3G daemons 23M
                        huge pages in reserve 128M cache 3.9G other 5.3G fr…

                """))
        let low = try text(UsagePicture(width: 60, height: 8)).split(separator: "\n")
        #expect(low.prefix(3).map { $0.prefix(3) } == ["4 C", "16G", "2 g"])
    }

    @Test func whatIsNotKnownComesLastAndIsSaidNotToBe() throws {
        var usage = try usage()
        usage.guests[1].cpu = nil
        var picture = UsagePicture(width: 80)
        picture.isReversed = true
        #expect(picture.guests(of: usage).map(\.name) == ["old", "web"])
        #expect(picture.lines(of: usage).last?.hasPrefix("web") == true)
        #expect(picture.lines(of: usage).last?.contains("  n/a    n/a") == true)
    }

    @Test func namesCannotActOnTheTerminal() throws {
        var usage = try usage()
        usage.guests[0].name = "\u{1B}[2Jold"
        let text = UsagePicture(width: 80).lines(of: usage).joined()
        #expect(!text.contains("\u{1B}"))
    }

    @Test func aHostElsewhereIsSaidToBeThere() {
        let guest = GuestCounters(name: "a", uuid: "1")
        let away = Sample(time: 1, guests: [guest], unavailable: ["host": "the guests' host is not this machine"])
        let lines = UsagePicture(width: 80).lines(of: Usage(from: Sample(time: 0, guests: [guest]), to: away))
        #expect(lines.first == "host n/a: the guests' host is not this machine")
    }

    @Test(arguments: [(0, "0"), (1023, "1023"), (1536, "1.5K"), (10_200, "10K"), (1.5e9, "1.4G"), (3e12, "2.7T")])
    func bytesTakeFewColumns(bytes: Double, text: String) { #expect(CompactNumber.bytes(bytes) == text) }
}
