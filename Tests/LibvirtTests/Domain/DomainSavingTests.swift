import Foundation
import Libvirt
import Testing
import TestSupport

@Suite("Saving domains") struct DomainSavingTests {
    @Test func aSavedDomainGoesOnFromItsFile() async throws {
        try await withTemporaryFolder { folder in
            try await withTestHost(domains: [.running("web")]) { host in
                let web = try await host.domain(named: "web")
                let path = folder.appending(path: "web.save").path
                try await web.save(to: path)
                #expect(try await web.state() == DomainCondition(state: .shutOff, reason: .shutOff(.saved)))
                #expect(try await host.savedImageXML(at: path).contains("<name>web</name>"))
                try await host.restore(from: path)
                let restored = try await host.domain(named: "web").state()
                #expect(restored == DomainCondition(state: .running, reason: .running(.restored)))
            }
        }
    }

    @Test func whatADriverLacksIsRefusedAndNothingIsSaved() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let file: TypedParameters = [.domainSaveFile: .string("/nowhere/web.save")]
            let save = await #expect(throws: LibvirtError.self) { try await web.save(file) }
            #expect(save?.code == .noSupport)
            #expect(save?.call == "virDomainSaveParams")
            let restore = await #expect(throws: LibvirtError.self) { try await host.restore(file) }
            #expect(restore?.code == .noSupport)
            #expect(restore?.call == "virDomainRestoreParams")
            #expect(try await web.isActive)
        }
    }

    @Test func theDefinitionInASavedFileCanBeChanged() async throws {
        try await withTemporaryFolder { folder in
            try await withTestHost(domains: [.running("web")]) { host in
                let path = folder.appending(path: "web.save").path
                try await host.domain(named: "web").save(to: path)
                let changed = try await host.savedImageXML(at: path)
                    .replacingOccurrences(of: "</name>", with: "</name><title>again</title>")
                try await host.setSavedImageXML(at: path, changed)
                #expect(try await host.savedImageXML(at: path).contains("<title>again</title>"))
            }
        }
    }

    @Test func whatCannotBeRestoredIsAnErrorThatNamesTheFile() async throws {
        try await withTestHost { host in
            let error = await #expect(throws: LibvirtError.self) { try await host.restore(from: "/nowhere/x.save") }
            #expect(error?.code == .systemError)
            #expect(error?.call == "virDomainRestoreFlags")
            #expect(error?.subject == "saved image '/nowhere/x.save'")
        }
    }

    @Test func aManagedSaveWaitsForTheNextStart() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            try await web.managedSave()
            #expect(try await web.hasManagedSave)
            #expect(try await web.isActive == false)
            try await web.start()
            #expect(try await web.isActive)
            #expect(try await web.hasManagedSave == false)
            try await web.managedSave()
            try await web.removeManagedSave()
            #expect(try await web.hasManagedSave == false)
        }
    }

    @Test func aTaskThatWasCancelledBeforeDoesNotSave() async throws {
        try await withTemporaryFolder { folder in
            try await withTestHost(domains: [.running("web")]) { host in
                let web = try await host.domain(named: "web")
                let path = folder.appending(path: "web.save").path
                let task = Task {
                    while !Task.isCancelled { await Task.yield() }
                    try await web.save(to: path)
                }
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
                #expect(try await web.isActive)
                #expect(!FileManager.default.fileExists(atPath: path))
            }
        }
    }

    @Test func aCoreIsDumpedInEitherFormOfTheCall() async throws {
        try await withTemporaryFolder { folder in
            try await withTestHost(domains: [.running("web")]) { host in
                let web = try await host.domain(named: "web")
                for (name, format) in [("a", DomainCoreDumpFormat?.none), ("b", .raw)] {
                    let path = folder.appending(path: name).path
                    try await web.dumpCore(to: path, format: format)
                    #expect(FileManager.default.fileExists(atPath: path))
                }
                let path = folder.appending(path: "c").path
                try await web.dumpCore(to: path, .crash)
                #expect(try await web.state().reason == .shutOff(.crashed))
            }
        }
    }
}
