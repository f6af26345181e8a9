/// How a guest boots: the `<os>` part of a definition.
public struct OperatingSystem: ElementView {
    /// Where it stands in a definition.
    public static let path = "os"
    /// The document that is read and edited.
    public var document: XMLDocument
    /// The identity of the `<domain>`; the `<os>` in it is made when it is first written to.
    public let id: XMLNode.ID

    /// A view of the `<os>` in the `<domain>` of that identity.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }

    /// What kind of system it is: `hvm` for a full machine, `exe` for a container.
    public var type: String? {
        get { self["os/type"] }
        set { self["os/type"] = newValue }
    }
    /// The processor architecture, such as `x86_64`.
    public var architecture: String? {
        get { self["os/type/@arch"] }
        set { self["os/type/@arch"] = newValue }
    }
    /// The machine type, such as `q35` or `pc`.
    public var machine: String? {
        get { self["os/type/@machine"] }
        set { self["os/type/@machine"] = newValue }
    }
    /// The firmware that libvirt picks by itself: `efi` or `bios`.
    public var firmware: String? {
        get { self["os/@firmware"] }
        set { self["os/@firmware"] = newValue }
    }
    /// The firmware's file.
    public var loader: String? {
        get { self["os/loader"] }
        set { self["os/loader"] = newValue }
    }
    /// The file with the firmware's variables.
    public var nvram: String? {
        get { self["os/nvram"] }
        set { self["os/nvram"] = newValue }
    }
    /// The kernel that is booted directly.
    public var kernel: String? {
        get { self["os/kernel"] }
        set { self["os/kernel"] = newValue }
    }
    /// The initial RAM disk that goes with the kernel.
    public var initrd: String? {
        get { self["os/initrd"] }
        set { self["os/initrd"] = newValue }
    }
    /// The kernel's command line.
    public var commandLine: String? {
        get { self["os/cmdline"] }
        set { self["os/cmdline"] = newValue }
    }
    /// The program that a container starts.
    public var initProgram: String? {
        get { self["os/init"] }
        set { self["os/init"] = newValue }
    }

    /// The kinds of device that are tried in turn, such as `hd` and `cdrom`.
    public var bootDevices: [String] { node.all("os/boot").compactMap { $0.attribute("dev") } }
}
