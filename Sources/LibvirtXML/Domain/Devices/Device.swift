/// Any device of a guest, by what all of them have in common.
public struct Device: ElementView {
    /// The document that is read and edited.
    public var document: XMLDocument
    /// The identity of the device's element.
    public let id: XMLNode.ID

    /// A view of the device of that identity.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }

    /// The name of the element, such as `serial`, `graphics`, `tpm` or `memballoon`.
    public var kind: String { node.name }

    /// The back end, such as `pty` for a serial line or `vnc` for graphics.
    public var type: String? { self["@type"] }

    /// What the guest sees, where the definition says it, such as `virtio`, `tpm-crb`, `e1000` or `isa-serial`.
    public var model: String? {
        let places = ["@model", "model/@type", "model/@name", "target/model/@name", "target/@bus"]
        return places.lazy.compactMap { self[$0] }.first
    }

    /// What all devices have in common.
    public struct Fields: ElementFields {
        /// Where it sits in the guest.
        public let address = Child<DomainDocument.Address>("address")
        /// Its place in the boot order, from 1.
        public let bootOrder = Field<Int>("boot/@order")
        /// The name that libvirt gives it, such as `net0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public static let all = Self()
    }
}
