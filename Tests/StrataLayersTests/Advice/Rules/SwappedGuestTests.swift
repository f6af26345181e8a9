import Quantities
import Testing

@testable import StrataLayers

@Suite("The rule swapped-guest") struct SwappedGuestTests {
    @Test func swappingIsToldOfTheHostsAndOfTheGuestsOwn() throws {
        var guest = try AdvisedExample.guest()
        #expect(AdvisedExample.findings(.swappedGuest, guest).isEmpty)
        guest.usage?.memory.swappedInside = .gibibytes(1)
        #expect(AdvisedExample.findings(.swappedGuest, guest).isEmpty, "it has enough now")
        guest.usage?.memory.usedInside = .mebibytes(3900)
        #expect(AdvisedExample.findings(.swappedGuest, guest).first?.command == "strata set web --memory 6144MiB")
        var full = AdvisedExample.host
        full.layer.memory?.available = .gibibytes(1)
        #expect(AdvisedExample.findings(.swappedGuest, guest, full).first?.command == nil)
        var process = ProcessMemory()
        process.swapped = .mebibytes(100)
        guest.usage?.memory.process = process
        #expect(
            AdvisedExample.findings(.swappedGuest, guest).first?.problem
                == "the host has swapped out 100 MiB of its memory")
    }

    @Test func aGuestThatMayHaveMoreGetsThatFirst() throws {
        var guest = try AdvisedExample.guest([
            "<memory unit='GiB'>4</memory>":
                "<memory unit='GiB'>8</memory><currentMemory unit='GiB'>4</currentMemory>"
        ])
        guest.usage?.memory.swappedInside = .gibibytes(1)
        guest.usage?.memory.usedInside = .mebibytes(3900)
        #expect(
            AdvisedExample.findings(.swappedGuest, guest).first?.command == "strata set web --current-memory 6144MiB")
    }

    @Test func whatWaitsForTheNextBootIsNotToldAgain() throws {
        var guest = try AdvisedExample.guest(["<memory unit='GiB'>4</memory>": "<memory unit='GiB'>6</memory>"])
        guest.usage?.memory.swappedInside = .gibibytes(1)
        guest.usage?.memory.usedInside = .mebibytes(3900)
        #expect(AdvisedExample.findings(.swappedGuest, guest).isEmpty)
    }
}
