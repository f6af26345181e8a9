internal import Libvirt
internal import LibvirtXML

extension Definition {
    /// What the user should be told when libvirt did not take the definition.
    ///
    /// libvirt speaks of what it tripped over, such as missing PCI buses, where the cause is the machine type: so the
    /// host is asked whether it has that.
    func explain(_ error: any Error, on connection: Connection) async -> Failure {
        guard let error = error as? LibvirtError else { return Failure(error) }
        if let failure = await unknownMachine(on: connection) { return failure }
        var failure = Failure(error)
        if let name = document.name, error.subject == "connection" { failure.what = "guest '\(name)'" }
        return failure
    }

    private func unknownMachine(on connection: Connection) async -> Failure? {
        guard let machine = document.os.machine else { return nil }
        do {
            _ = try await connection.domainCapabilities(architecture: document.os.architecture, machine: machine)
            return nil
        } catch let error as LibvirtError where error.message.contains(machine) {
            let line = document.node.first("os/type")?.line
            let emulator = "qemu-system-\(document.os.architecture ?? "x86_64")"
            return Failure(
                .unsupported, "\(file)" + (line.map { ":\($0)" } ?? ""), "this host has no machine type '\(machine)'",
                hint: "write machine='pc' or 'q35', or see \(emulator) -machine help")
        } catch {
            return nil
        }
    }
}
