public import Libvirt
public import LibvirtXML
public import StrataLayers

/// Which accelerator the user wants for a guest.
public enum AcceleratorPreference: String, CaseIterable, Sendable {
    /// KVM where it truly serves, else emulation.
    case auto
    /// KVM, even where it does not look as if it served.
    case kvm
    /// QEMU's emulation.
    case tcg
}

extension Accelerator {
    /// The accelerator that `preference` comes to on the host behind `connection`, and why.
    ///
    /// KVM truly serves when libvirt offers it *and* the processor shows hardware virtualization: a KVM without is
    /// software that boots no ordinary kernel. The processor is looked at only where it can be: on this machine.
    public static func choose(
        _ preference: AcceleratorPreference, on connection: Connection
    ) async throws -> Accelerator {
        switch preference {
        case .kvm: return Accelerator(.kvm, reason: "named by --accel")
        case .tcg: return Accelerator(.emulation, reason: "named by --accel")
        case .auto: break
        }
        let mode = DriverMode(connection: try await connection.uri)
        guard mode != .remote else {
            let offers = await connection.offersKVM
            return Accelerator(
                offers ? .kvm : .emulation, reason: offers ? nil : "the remote host offers no KVM guests")
        }
        let reading = HostReader().read()
        // Asking libvirt makes it probe QEMU; where the processor already says no, that time is saved.
        let mayServe = reading.hardware.processor.virtualization != Processor.Virtualization.none
        let offers = mayServe ? await connection.offersKVM : false
        return .serving(offersKVM: offers, hardware: reading.hardware, kvm: reading.host.kvm)
    }
}

extension DomainDocument {
    /// The definition changed so that it runs with `accelerator`; `nil` when it needs no change.
    ///
    /// Only `type='kvm'` and `type='qemu'` are exchanged for each other; other hypervisors' definitions stay.
    public func adapted(to accelerator: Accelerator) -> DomainDocument? {
        var copy = self
        switch (self.type, accelerator.kind) {
        case (.kvm, .emulation):
            copy.type = .qemu
            // There is no processor to pass through where every instruction is translated.
            if copy.cpu.mode == .hostPassthrough { copy.cpu.mode = .maximum }
        case (.qemu, .kvm): copy.type = .kvm
        default: return nil
        }
        return copy
    }
}
