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
        try await printConditions(connection)
        let folder = FileManager.default.temporaryDirectory.appending(path: "strata-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let commands = CommandRaces(
            strata: CommandLine.arguments[1], domains: CommandLine.arguments[2], connection: connection)
        let definitions = DefinitionRaces(strata: CommandLine.arguments[1], folder: folder)
        let only = CommandLine.arguments.count == 4 ? CommandLine.arguments[3] : nil
        var results: [Race.Result] = []
        let wanted = { only == nil || only == $0 }
        if wanted("library") { results += try await LibraryRaces(folder: folder).run() }
        if wanted("definition") { results += try await definitions.run() }
        if wanted("stream") { results += try await StreamRaces().run() }
        if wanted("apply") {
            let races = ApplyRaces(strata: CommandLine.arguments[1], folder: folder, connection: connection)
            results += try await races.run()
        }
        if wanted("layers") {
            let races = LayerRaces(strata: CommandLine.arguments[1], folder: folder, connection: connection)
            results += try await races.run()
        }
        if wanted("command") { results += try await commands.run() }
        if wanted("create") {
            let races = CreateRaces(
                strata: CommandLine.arguments[1], domains: CommandLine.arguments[2], folder: folder,
                connection: connection)
            results += try await races.run()
        }
        print()
        for line in Race.table(results) { print(line) }
        try? FileManager.default.removeItem(at: folder)
        exit(results.allSatisfy(\.isMet) ? 0 : 1)
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
