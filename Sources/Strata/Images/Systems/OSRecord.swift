internal import LibvirtXML
internal import Quantities

/// What one file of the osinfo database says of an operating system, without what it has from others.
struct OSRecord: Sendable {
    /// A statement that may also take something away that an ancestor has.
    struct Support: Sendable {
        var name: String
        var architecture: String?
        var isSupported: Bool
    }

    /// The resources for one architecture.
    struct Resources: Sendable {
        var architecture: String
        var minimum: OSResources
        var recommended: OSResources
    }

    var id: String
    var shortIDs: [String]
    var name: String
    var version: String?
    var family: String?
    var distribution: String?
    var codename: String?
    var released: String?
    var endOfLife: String?
    /// The systems whose devices, firmware and resources it has, too.
    var ancestors: [String]
    var devices: [Support]
    var firmware: [Support]
    var resources: [Resources]
    var media: [OSMedia]
    var cloudImageUser: String?
    var hasCloudImages: Bool

    /// Reads a document of the database; `nil` when it is of something else.
    init?(_ document: XMLDocument) {
        guard let system = document.root.first("os"), let id = system.attribute("id") else { return nil }
        self.id = id
        shortIDs = system.all("short-id").map(\.text)
        // The first of each is the one that is not translated.
        name = system.value("name") ?? id
        version = system.value("version")
        family = system.value("family")
        distribution = system.value("distro")
        codename = system.value("codename")
        released = system.value("release-date")
        endOfLife = system.value("eol-date")
        ancestors = (system.all("derives-from") + system.all("clones")).compactMap { $0.attribute("id") }
        devices = system.all("devices/device").compactMap { Support($0, named: "id") }
        firmware = system.all("firmware").compactMap { Support($0, named: "type") }
        resources = system.all("resources").map(Resources.init)
        media = system.all("media").map(OSMedia.init)
        cloudImageUser = system.value("cloud-image-username")
        hasCloudImages = system.all("image").contains { $0.attribute("cloud-init") == "true" }
    }
}

extension OSRecord.Support {
    init?(_ node: XMLNode, named attribute: String) {
        guard let name = node.attribute(attribute) else { return nil }
        self.name = name
        architecture = node.attribute("arch")
        isSupported = node.attribute("supported") != "false"
    }

    func applies(to architecture: String) -> Bool {
        self.architecture == nil || self.architecture == architecture || self.architecture == "all"
    }
}

extension OSRecord.Resources {
    init(_ node: XMLNode) {
        architecture = node.attribute("arch") ?? "all"
        minimum = OSResources(node.first("minimum"))
        recommended = OSResources(node.first("recommended"))
    }
}

extension OSResources {
    fileprivate init(_ node: XMLNode?) {
        cpus = node?.value("n-cpus").flatMap { Int($0) }
        memory = node?.value("ram").flatMap { UInt64($0) }.map(ByteCount.init(bytes:))
        disk = node?.value("storage").flatMap { UInt64($0) }.map(ByteCount.init(bytes:))
    }
}
