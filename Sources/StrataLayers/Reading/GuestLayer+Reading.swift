internal import FoundationEssentials
public import Libvirt
internal import LibvirtXML

extension GuestLayer {
    /// Reads one guest: its state and its definition.
    public static func read(_ domain: ReadOnlyDomain) async throws -> GuestLayer {
        let state = try await domain.state().state
        let document = try DomainDocument(xml: try await domain.xml())
        return GuestLayer(document, name: domain.name, uuid: domain.uuid.uuidString.lowercased(), state: state)
    }

    init(_ document: DomainDocument, name: String, uuid: String, state: DomainState) {
        let style = GuestStyle(domainType: document.type?.rawValue ?? "", osType: document.os.type)
        self.init(
            name: name, uuid: uuid, state: state.description, isActive: state.isActive,
            operatingSystem: document.operatingSystemID, vcpus: document.currentVCPUs ?? document.vcpus,
            memory: document.currentMemory ?? document.memory, style: style, boot: BootPath(document, style),
            machine: document.os.machine, devices: document.virtualDevices(in: style))
    }
}

extension DomainState {
    fileprivate var isActive: Bool {
        switch self {
        case .shutOff, .crashed, .noState: false
        default: true
        }
    }
}

extension BootPath {
    fileprivate init(_ document: DomainDocument, _ style: GuestStyle?) {
        self =
            if style == .container {
                .program
            } else if document.os.kernel != nil {
                .directKernel
            } else if document.os.firmware == "efi" || document.os.loader?.contains("OVMF") == true {
                .uefi
            } else {
                .bios
            }
    }
}
