internal import FoundationEssentials
public import Libvirt
internal import LibvirtXML
internal import Quantities

extension LayerStack {
    /// Reads the layers of this machine and the guests behind a connection.
    ///
    /// One bulk call tells which guests there are and how they do, and one call per guest its definition. A guest that
    /// vanishes meanwhile is left out; one that is busy is not waited for.
    /// - Parameters:
    ///   - connection: Where the guests are. Only looks.
    ///   - name: Only this guest on top, with the layers below it as they are; `nil` for all.
    /// - Returns: The layers. What could not be found out is `nil` there, with the reason in ``Layer/unavailable``.
    /// - Throws: `LibvirtError` where the connection cannot be asked, with code `noDomain` when there is no such
    ///   guest.
    public static func read(_ connection: ReadOnlyConnection, only name: String? = nil) async throws -> LayerStack {
        async let allGuests = connection.guestLayers()
        let host = HostReader().read()
        let uri = try await connection.uri
        let mode = DriverMode(connection: uri)
        var vmm = VMMLayer(
            connection: uri, mode: mode, libvirtVersion: try? await connection.libvirtVersion.description,
            hypervisor: try? await connection.driverName)
        do {
            vmm.hypervisorVersion = try await connection.hypervisorVersion.description
        } catch let error as LibvirtError {
            vmm.unavailable["hypervisorVersion"] = error.message
        }
        if mode == .remote || mode == .test {
            vmm.unavailable["accelerator"] = "the host is not this machine"
        } else {
            vmm.accelerator = await connection.servingAccelerator(host)
        }
        let guests = try await allGuests
        var stack = LayerStack(hardware: host.hardware, host: host.host, vmm: vmm, guests: guests)
        if let name {
            // Asked for by name, so that one who is not there is libvirt's own error.
            let uuid = try await connection.domain(named: name).uuid.uuidString.lowercased()
            stack.guests = guests.filter { $0.uuid == uuid }
        }
        return stack
    }
}

extension ConnectionReference where Mode == ReadOnly {
    /// How the code of a new guest would run on this machine.
    func servingAccelerator(_ host: HostReader.Reading) async -> Accelerator {
        // Asking libvirt makes it probe QEMU; where the processor already says no, that time is saved.
        let mayServe = host.hardware.processor.virtualization != Processor.Virtualization.none
        let offers = mayServe ? await offersKVM : false
        return .serving(offersKVM: offers, hardware: host.hardware, kvm: host.host.kvm)
    }

    fileprivate func guestLayers() async throws -> [GuestLayer] {
        var guests: [GuestLayer] = []
        for domain in try await domains() {
            do {
                guests.append(try await GuestLayer.read(domain))
            } catch let error as LibvirtError where error.code == .noDomain {
                continue  // it went while we looked
            }
        }
        return guests.sorted { ($0.isActive ? 0 : 1, $0.name) < ($1.isActive ? 0 : 1, $1.name) }
    }
}

extension ConnectionReference {
    /// Whether libvirt has KVM guests for the host's own architecture, asked as somebody who only looks may.
    ///
    /// The first time this makes the daemon probe every emulator.
    public var offersKVM: Bool {
        get async { (try? await capabilities)?.contains("<domain type='kvm'") == true }
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// Whether libvirt has KVM guests for the host's own architecture.
    public var offersKVM: Bool {
        get async { (try? await domainCapabilities(type: "kvm")) != nil }
    }
}
