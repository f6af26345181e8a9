internal import CLibvirt

/// A security label that a thread takes on to work inside a container.
public struct ContainerLabel: Hashable, Sendable {
    /// What the label is one of.
    public var model: SecurityModel
    /// The label, such as an AppArmor profile or an SELinux context.
    public var label: String

    /// A label of that model.
    public init(_ label: String, of model: SecurityModel) {
        self.model = model
        self.label = label
    }

    /// Gives the calling thread the label.
    func enter() throws {
        var rawModel = virSecurityModel()
        var rawLabel = virSecurityLabel()
        try copy(model.name, into: &rawModel.model)
        try copy(model.domainOfInterpretation, into: &rawModel.doi)
        // The array of characters, longer than Swift's tuples get, is the first field.
        try copy(label, into: &rawLabel, limit: Int(VIR_SECURITY_LABEL_BUFLEN))
        try check(
            virDomainLxcEnterSecurityLabel(&rawModel, &rawLabel, nil, 0), "virDomainLxcEnterSecurityLabel",
            "label '\(label)'")
    }

    private func copy<Characters>(_ text: String, into characters: inout Characters, limit: Int? = nil) throws {
        try text.withCheckedCString { _ in }
        try withUnsafeMutableBytes(of: &characters) { bytes in
            guard text.utf8.count < min(limit ?? .max, bytes.count) else {
                throw LibvirtError(
                    code: .invalidArgument, message: "'\(text.prefix(40))…' is too long for a security label")
            }
            bytes.copyBytes(from: text.utf8)
        }
    }
}
