import Foundation
import Libvirt
import LibvirtXML
import Testing
import TestSupport

extension RealGuests.CreationTests {
    /// A wish to stop is seen between two steps, and what was done before is taken back.
    @Test func anInterruptedOneLeavesNothing() async throws {
        try await RealStorage.withPool("cr-pool-int") { host, pool, folder in
            let image = try self.image(in: folder)
            let tools = try await tool(
                in: folder, "touch \(folder.path)/begun\nsleep 1\nexec /usr/bin/xorriso \"$@\"\n")
            let running = try Tool.strata.start(
                ["create", "cr-int", "--image", image, "--pool", "cr-pool-int", "-c", RealGuests.uri, "-q"],
                environment: state(folder, tools))
            #expect(await eventually { FileManager.default.fileExists(atPath: folder.path + "/begun") })
            running.signal(SIGINT)
            let outcome = try await running.outcome()
            #expect(outcome.status == 130, "\(outcome.errors)")
            try await expectNothing(of: "cr-int", on: host, pool, folder)
        }
    }

    /// Ctrl-C on a terminal goes to a whole group of processes, and the tools that work for us are none of it.
    @Test func theUsersCtrlCIsNotForTheTools() async throws {
        try await RealStorage.withPool("cr-pool-group") { host, pool, folder in
            let image = try self.image(in: folder)
            let tools = try await tool(
                in: folder, "trap 'exit 9' INT\ntouch \(folder.path)/begun\nsleep 1\nexec /usr/bin/xorriso \"$@\"\n")
            let arguments = ["create", "cr-group", "--image", image, "--pool", "cr-pool-group", "-c", RealGuests.uri]
            // A session, and so a group, of its own: what a shell makes for each command.
            let running = try Tool(path: "/usr/bin/setsid").start(
                [Tool.strata.path] + arguments + ["-q"], environment: state(folder, tools))
            #expect(await eventually { FileManager.default.fileExists(atPath: folder.path + "/begun") })
            #expect(getpgid(running.processID) == running.processID)
            kill(-running.processID, SIGINT)
            let outcome = try await running.outcome()
            #expect(outcome.status == 130, "\(outcome.errors)")
            try await expectNothing(of: "cr-group", on: host, pool, folder)
        }
    }

    @Test func aMediumThatCannotBeMadeLeavesNoSecrets() async throws {
        try await RealStorage.withPool("cr-pool-tool") { host, pool, folder in
            let image = try self.image(in: folder)
            let tools = try await tool(in: folder, "echo no room >&2\nexit 5\n")
            let secret = try folder.file("password", "secret\n")
            let outcome = try await Tool.strata.run(
                [
                    "create", "cr-tool", "--image", image, "--pool", "cr-pool-tool", "-c", RealGuests.uri, "-q",
                    "--password-file", secret,
                ], environment: state(folder, tools))
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("no room"))
            try await expectNothing(of: "cr-tool", on: host, pool, folder)
        }
    }

    /// The last step cannot be cut short; what it made is taken back all the same.
    @Test func aWishToStopWhileTheGuestStartsIsHeard() async throws {
        try await RealGuests.withGuests("cr-slow") { host in
            try await withTemporaryFolder { folder in
                let gate = folder.appending(path: "gate")
                try FileManager.default.createDirectory(
                    at: gate, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o777])
                let emulator = try await folder.script(
                    "emulator",
                    """
                    #!/bin/sh
                    case "$*" in *guest=cr-slow*)
                        touch \(gate.path)/begun
                        while [ ! -e \(gate.path)/go ]; do sleep 0.1; done
                    esac
                    exec /usr/bin/qemu-system-x86_64 "$@"

                    """)
                let definition = try folder.file(
                    "slow.xml",
                    """
                    <domain type='qemu'><name>any</name><memory unit='MiB'>64</memory>
                    <os><type arch='x86_64' machine='pc'>hvm</type></os>
                    <devices><emulator>\(emulator)</emulator><controller type='usb' model='none'/></devices></domain>
                    """)
                let running = try Tool.strata.start(
                    ["create", "cr-slow", "--xml", definition, "-c", RealGuests.uri, "-q"],
                    environment: ["XDG_STATE_HOME": folder.path + "/state"])
                let isStarting = await eventually(within: .seconds(60)) {
                    FileManager.default.fileExists(atPath: gate.path + "/begun")
                }
                #expect(isStarting)
                running.signal(SIGINT)
                try await Task.sleep(for: .seconds(1))
                _ = try gate.file("go", "")
                let outcome = try await running.outcome()
                #expect(outcome.status == 130, "\(outcome.errors)")
                let error = await #expect(throws: LibvirtError.self) { try await host.domain(named: "cr-slow") }
                #expect(error?.code == .noDomain)
            }
        }
    }

    /// Somebody else's guest may write where the log of the new one would be.
    @Test func theLogOfAnotherGuestStays() async throws {
        defer { forget("cr-log") }
        try await RealGuests.withGuests("cr-log", "cr-log-other") { host in
            try await withTemporaryFolder { folder in
                let log = consoleLog("cr-log")
                let other = try await host.define(
                    """
                    <domain type='qemu'><name>cr-log-other</name><memory unit='MiB'>64</memory>
                    <os><type arch='x86_64' machine='pc'>hvm</type></os><devices><controller type='usb' model='none'/>
                    <serial type='pty'><log file='\(log)'/></serial></devices></domain>
                    """)
                try await other.start()
                let outcome = try await create("cr-log", Self.kernel + ["--network", "none"], state: folder)
                #expect(outcome.status != 0)
                #expect(try await other.isActive)
                #expect(FileManager.default.fileExists(atPath: log))
            }
        }
    }

    private func image(in folder: URL) throws -> String {
        let image = folder.path + "/base.img"
        try FileManager.default.copyItem(atPath: RealGuests.domains.path + "/images/hello-boot.img", toPath: image)
        return image
    }

    /// A folder with what stands for the program that makes media.
    private func tool(in folder: URL, _ script: String) async throws -> String {
        let tools = folder.appending(path: "tools")
        try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
        _ = try await tools.script("xorriso", "#!/bin/sh\n" + script)
        return tools.path
    }

    private func state(_ folder: URL, _ tools: String) -> [String: String] {
        ["XDG_STATE_HOME": folder.path + "/state", "PATH": tools + ":/usr/bin:/bin"]
    }
}
