import Testing
import TestSupport

@testable import Libvirt

@Suite("Hints") struct RemedyTests {
    @Test(arguments: RemedySamples.all.indices) func aSituationHasItsAdvice(index: Int) throws {
        let sample = RemedySamples.all[index]
        let hint = LibvirtError(code: sample.code, message: sample.message).remedy
        #expect(hint?.contains(sample.advice) == true, "\(sample.message): \(hint ?? "no hint")")
        #expect(hint?.contains("…") == false)
    }

    @Test func everyRemedyIsReached() {
        for remedy in Remedy.all {
            let reached = RemedySamples.all.contains { sample in
                let first = Remedy.all.first { $0.hint(for: sample.code, sample.message) != nil }
                return first?.code == remedy.code && first?.words == remedy.words
            }
            #expect(reached, "\(remedy.code): \(remedy.words)")
        }
    }

    @Test(arguments: [
        ("domain 'web'", "strata start web"), ("domain 'my guest'", "strata start 'my guest'"),
        ("network 'web'", "strata start NAME"),
    ])
    func aHintNamesTheGuest(subject: String, hint: String) {
        var error = LibvirtError(code: .operationInvalid, message: "x", subject: subject, hint: "strata start NAME")
        error.nameGuest()
        #expect(error.hint == hint)
    }

    @Test func otherErrorsHaveNone() {
        #expect(LibvirtError(code: .internalError, message: "internal error: the moon is full").remedy == nil)
        #expect(LibvirtError(code: .operationInvalid, message: "network 'x' is asleep").remedy == nil)
    }

    /// libvirt puts its messages together from these; when a newer one has other words, the table must follow.
    @Test(arguments: Remedy.all.indices.filter { !Remedy.all[$0].words.isEmpty })
    func theWordsAreLibvirts(index: Int) async throws {
        let remedy = Remedy.all[index]
        #expect(try await InstalledMessages.contain(remedy.words), "\(remedy.code): \(remedy.words)")
    }

    @Test func wordsOfNobodyAreNotFound() async throws {
        #expect(try await !InstalledMessages.contain("the moon '…' is full"))
        #expect(try await !InstalledMessages.contain("Failed to connect socket to '…': the moon is full"))
    }
}
