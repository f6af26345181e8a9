import Foundation
import Strata

/// `bench STRATA DOMAINS [library|definition|stream|apply|layers|command|create]`: measures and prints ratios.
///
/// Exits with 1 when a bar was missed.
@main
enum Main {
    static func main() async throws {
        guard (3...4).contains(CommandLine.arguments.count) else {
            let usage = "usage: bench STRATA DOMAINS [library|definition|stream|apply|layers|command|create]\n"
            FileHandle.standardError.write(Data(usage.utf8))
            exit(64)
        }
        let connection = try await Connection.open("qemu:///system")
        try await removeLeftovers(connection)
        try await printConditions(connection)
        let folder = FileManager.default.temporaryDirectory.appending(path: "strata-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let isMet = await run(
            parts(CommandLine.arguments[1], CommandLine.arguments[2], folder, connection),
            only: CommandLine.arguments.count == 4 ? CommandLine.arguments[3] : nil)
        try? FileManager.default.removeItem(at: folder)
        exit(isMet ? 0 : 1)
    }

    private typealias Part = (name: String, races: () async throws -> [Race.Result])

    private static func parts(
        _ strata: String, _ domains: String, _ folder: URL, _ connection: Connection
    ) -> [Part] {
        [
            ("library", LibraryRaces(folder: folder).run),
            ("definition", DefinitionRaces(strata: strata, folder: folder).run),
            ("stream", StreamRaces().run),
            ("apply", ApplyRaces(strata: strata, folder: folder, connection: connection).run),
            ("layers", LayerRaces(strata: strata, folder: folder, connection: connection).run),
            ("command", CommandRaces(strata: strata, domains: domains, folder: folder, connection: connection).run),
            ("create", CreateRaces(strata: strata, domains: domains, folder: folder, connection: connection).run),
        ]
    }

    /// Runs the parts and prints the table of each as it ends; one that fails keeps no other from running.
    private static func run(_ parts: [Part], only: String?) async -> Bool {
        var isMet = true
        for part in parts where only == nil || only == part.name {
            print()
            do {
                let results = try await part.races()
                for line in Race.table(results) { print(line) }
                isMet = isMet && results.allSatisfy(\.isMet)
            } catch {
                print("\(part.name): \(error)")
                isMet = false
            }
            fflush(nil)
        }
        return isMet
    }

    /// Ends the guests of a run that was interrupted: they would be counted in this one.
    private static func removeLeftovers(_ connection: Connection) async throws {
        for guest in try await connection.domains() where guest.name.hasPrefix("bench-") {
            let isPersistent = try await guest.isPersistent
            if try await guest.isActive { try await guest.forceOff() }
            if isPersistent { try await guest.undefine() }
        }
    }

    /// What the numbers depend on.
    private static func printConditions(_ connection: Connection) async throws {
        let stack = try await LayerStack.read(connection.readOnly)
        let processor = stack.hardware.processor
        let load = stack.host.load.map { "\($0.oneMinute)" } ?? "n/a"
        print("processor  \(processor.model ?? "n/a")")
        print("host       \(stack.host.operatingSystem ?? "n/a"), kernel \(stack.host.kernel ?? "n/a"), load \(load)")
        print("libvirt    \(stack.vmm.libvirtVersion ?? "n/a"), QEMU \(stack.vmm.hypervisorVersion ?? "n/a")")
        print("guests     \(stack.guests.count) there already")
    }
}
