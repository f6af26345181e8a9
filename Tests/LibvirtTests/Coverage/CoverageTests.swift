import Libvirt
import Testing

@Suite("Coverage of libvirt") struct CoverageTests {
    /// The libvirt that the library is made for; a newer one may have functions that it does not know yet.
    private static let baseline = Version(packed: 9_000_000)

    @Test func everyFunctionIsCalledOrIgnoredWithAReason() async throws {
        let versions = try await CoverageSources.describedFunctions()
        let newer = versions.filter { $0.value > Self.baseline }
        let account = CoverageAccount(
            described: Set(versions.keys).subtracting(newer.keys), newer: Set(newer.keys),
            called: try await CoverageSources.calledSymbols(), ignored: try CoverageSources.ignoredFunctions())
        print(account.summary)
        for function in account.newer.sorted() { print("newer than libvirt \(Self.baseline): \(function)") }
        #expect(account.described.count >= 558)
        #expect(account.problems == [], "\(account.problems.joined(separator: "\n"))")
    }

    private let account = CoverageAccount(
        described: ["virOpen", "virOld", "virFree"], called: ["virOpen", "virFree", "malloc"],
        ignored: [.init(function: "virOld", reason: "superseded by virOpen")])

    @Test func anAccountInOrderHasNoProblems() {
        #expect(account.problems == [])
        #expect(account.summary == "2 of 3 covered, 1 ignored with a reason")
    }

    @Test func aForgottenFunctionIsAProblem() {
        var account = account
        account.described.insert("virNew")
        #expect(account.problems == ["virNew: neither called nor ignored"])
    }

    @Test func theListMustNameWhatIsThereAndNotCalled() {
        var account = account
        account.ignored += [.init(function: "virFree", reason: "x"), .init(function: "virNever", reason: "x")]
        #expect(
            account.problems == [
                "virFree: ignored, but called", "virNever: ignored, but libvirt has no such function",
            ])
        account.newer = ["virNever"]
        #expect(account.problems == ["virFree: ignored, but called"])
    }

    @Test func aReasonIsADuty() {
        var account = account
        account.ignored = CoverageAccount.ignored(in: "# a remark\nvirOld\n")
        #expect(account.problems == ["virOld: ignored without a reason"])
    }

    @Test func theListStaysShort() {
        var account = account
        account.described = Set((0..<90).map { "virOld\($0)" })
        account.ignored = account.described.sorted().map { .init(function: $0, reason: "superseded") }
        #expect(account.problems == ["90 functions are ignored: 90 or more"])
        account.described.remove("virOld0")
        account.ignored.removeFirst()
        #expect(account.problems == [])
    }

    @Test func oneFunctionHasOneReason() {
        var account = account
        account.ignored.append(.init(function: "virOld", reason: "again"))
        #expect(account.problems == ["some function is ignored twice"])
    }
}
