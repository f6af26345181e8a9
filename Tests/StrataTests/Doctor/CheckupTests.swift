import Foundation
import Libvirt
import TestSupport
import Testing

@testable import Strata

@Suite("Looking a host over") struct CheckupTests {
    private func withPatient(_ body: (Patient) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.shutOff("web")])
            try await body(try #require(await Patient.examine(uri).reached))
        }
    }

    private func severities(_ checkup: Checkup, of check: String) -> [HealthFinding.Severity] {
        checkup.findings.filter { $0.check == check }.map(\.severity)
    }

    @Test func whatIsMissingIsFoundAndMended() async throws {
        try await withPatient { patient in
            let before = await Checkup.perform(on: patient)
            #expect(severities(before, of: "network") == [.note])
            #expect(severities(before, of: "pool") == [.note])
            // Whose files these would be is not this host.
            for check in ["paths", "kvm", "uefi", "tpm", "access"] { #expect(severities(before, of: check) == []) }
            let outcome = await before.fix()
            #expect(outcome.failures == [])
            #expect(outcome.mended.map(\.check).contains("pool"))
            let after = await Checkup.perform(on: patient)
            #expect(severities(after, of: "pool") == [.fine])
        }
    }

    @Test func whatIsOffIsSwitchedOn() async throws {
        try await withPatient { patient in
            let host = try #require(patient.host).connection
            let network = try await host.defineNetwork(
                "<network><name>default</name><ip address='10.213.9.1' netmask='255.255.255.0'/></network>")
            for name in ["default", "more"] {
                _ = try await host.defineStoragePool(folderPoolXML(name, path: "/strata/" + name))
            }
            let before = await Checkup.perform(on: patient)
            #expect(severities(before, of: "network") == [.problem])
            #expect(severities(before, of: "pool") == [.problem, .problem])
            _ = await before.fix()
            let after = await Checkup.perform(on: patient)
            #expect(severities(after, of: "network") == [.fine])
            #expect(severities(after, of: "pool") == [.fine])
            #expect(try await network.isActive)
        }
    }

    @Test func everyFindingThatIsNotFineSaysWhyAndWhatToDo() async throws {
        try await withPatient { patient in
            let lost = await Patient.examine("qemu+unix:///system?socket=/nowhere")
            #expect(lost.host == nil)
            for patient in [patient, lost] {
                for finding in await Checkup.perform(on: patient).findings where finding.severity != .fine {
                    #expect(finding.why?.isEmpty == false && finding.remedy?.isEmpty == false, "\(finding)")
                }
            }
            #expect(severities(await Checkup.perform(on: lost), of: "daemon") == [.problem])
        }
    }

    @Test func whatBelongsToNobodyIsNoted() async throws {
        try await withPatient { patient in
            let host = try #require(patient.host).connection
            let pool = try await host.defineStoragePool(folderPoolXML("default"))
            try await pool.start()
            _ = try await pool.createVolume(volumeXML("lonely"))
            let checkup = await Checkup.perform(on: patient)
            #expect(severities(checkup, of: "orphans") == [.note])
        }
    }

    @Test func aFolderThatIsClosedToTheHypervisorIsFound() async throws {
        try await withTemporaryFolder { folder in
            let inner = folder.appending(path: "closed/inner")
            try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
            let closed = folder.path + "/closed"
            let owner = try #require(
                FileManager.default.attributesOfItem(atPath: closed)[.groupOwnerAccountID] as? Int)
            let other = HypervisorUser(name: "other", id: 4_000_000, groups: [4_000_000])
            let member = HypervisorUser(name: "member", id: 4_000_001, groups: [gid_t(owner)])
            for (mode, forOther, forMember) in [
                (0o755, nil, nil), (0o750, closed, nil), (0o705, nil, closed), (0o700, closed, closed),
            ] as [(Int, String?, String?)] {
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: closed)
                #expect(other.closedFolder(onTheWayTo: inner.path) == forOther, "\(String(mode, radix: 8))")
                #expect(member.closedFolder(onTheWayTo: inner.path) == forMember, "\(String(mode, radix: 8))")
                #expect(HypervisorUser(name: "root", id: 0, groups: []).closedFolder(onTheWayTo: inner.path) == nil)
            }
        }
    }

    @Test func theHypervisorsUserIsTheOneInItsSettings() {
        #expect(HypervisorUser.userSetting("# user = \"no\"\nuser = \"qemu\"\n") == "qemu")
        #expect(HypervisorUser.userSetting("#user = \"libvirt-qemu\"\nuser_x = 1\n") == nil)
        #expect(HypervisorUser.named("+0")?.name == "root")
        #expect(HypervisorUser.named("+4000000")?.id == 4_000_000)
        #expect(HypervisorUser.named("nobody-has-this-name") == nil)
    }

    @Test func littleRoomIsTight() {
        #expect(SpaceCheck.isTight(capacity: .gibibytes(100), free: .gibibytes(4)))
        #expect(!SpaceCheck.isTight(capacity: .gibibytes(100), free: .gibibytes(6)))
        #expect(!SpaceCheck.isTight(capacity: .gibibytes(10), free: .gibibytes(1)))
        #expect(!SpaceCheck.isTight(capacity: .zero, free: .zero))
    }
}

extension Patient {
    /// Itself, where it could be reached.
    fileprivate var reached: Patient? { host == nil ? nil : self }
}
