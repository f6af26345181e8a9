internal import FoundationEssentials
internal import Libvirt
internal import LibvirtXML
internal import Quantities
internal import StrataLayers

/// A disk image that is to be made in a storage pool.
struct NewVolume: Sendable {
    var pool: String
    var name: String
    var path: String
    var format: String
    var capacity: ByteCount
    /// The image that it is an overlay of; its format is said, so that nothing in it can make QEMU guess another one.
    var backing: (path: String, format: String)?

    /// Where a volume is.
    struct Place: Hashable, Sendable {
        var pool: String
        var name: String
        var path: String
    }

    var place: Place { Place(pool: pool, name: name, path: path) }

    /// The definition for libvirt.
    var xml: String {
        NewElement("volume") {
            NewElement("name", text: name)
            NewElement("capacity", ["unit": "bytes"], text: "\(capacity.bytes)")
            NewElement("target") {
                NewElement("path", text: path)
                NewElement("format", ["type": format])
                // libvirt would make one as of 2010, which holds no checkpoints for backups.
                format == "qcow2" ? NewElement("compat", text: "1.1") : nil
            }
            backing.map { backing in
                NewElement("backingStore") {
                    NewElement("path", text: backing.path)
                    NewElement("format", ["type": backing.format])
                }
            }
        }.xml
    }
}

/// The folder of a storage pool, in which volumes are files.
struct VolumeFolder: Sendable {
    var pool: String
    var path: String
    /// What has to be done before it can be used: nothing, to start it, or to make it.
    var lacks: Lack

    enum Lack: Sendable { case nothing, start, definition }

    /// Finds a pool; the usual one may be missing, and is made then.
    static func find(_ name: String, on connection: Connection, _ mode: DriverMode) async throws -> VolumeFolder {
        do {
            let pool = try await connection.storagePool(named: name)
            let document = try StoragePoolDocument(xml: try await pool.xml())
            guard let path = document.path, [.folder, .filesystem, .networkFilesystem].contains(document.type) else {
                throw Failure(
                    .unsupported, "storage pool '\(name)'", "its volumes are no files",
                    hint: "name a pool of type dir, fs or netfs with --pool, or a disk of your own with --disk")
            }
            return VolumeFolder(pool: name, path: path, lacks: try await pool.isActive ? .nothing : .start)
        } catch let error as LibvirtError where error.code == .noStoragePool && name == GuestSpec.usualPool {
            return VolumeFolder(pool: name, path: usualFolder(mode), lacks: .definition)
        } catch let error as LibvirtError where error.code == .noStoragePool {
            throw Failure(
                .missingFile, "storage pool '\(name)'", "there is none of that name",
                hint: "virsh pool-list --all shows those that there are; without --pool it is '\(GuestSpec.usualPool)'")
        } catch let error as LibvirtError where error.code == .noSupport {
            throw Failure(
                .unsupported, "storage pool '\(name)'", "libvirt's driver inside strata has no storage pools",
                hint: "name a disk of your own with --disk, or install the daemon: apt install libvirt-daemon-system")
        }
    }

    /// Where libvirt itself keeps images.
    private static func usualFolder(_ mode: DriverMode) -> String {
        guard mode == .session else { return "/var/lib/libvirt/images" }
        return (Environment["XDG_DATA_HOME"] ?? (Environment["HOME"] ?? "/tmp") + "/.local/share") + "/libvirt/images"
    }

    /// A new image in it.
    func volume(_ name: String, _ format: String, _ capacity: ByteCount) -> NewVolume {
        NewVolume(pool: pool, name: name, path: path + "/" + name, format: format, capacity: capacity, backing: nil)
    }

    /// Makes or starts the pool.
    ///
    /// It belongs to the host, not to the guest that asked for it first, and stays.
    func prepare(on connection: Connection) async throws {
        let name = DefinedName(.pool, pool)
        if lacks == .definition {
            let definition = NewElement("pool", ["type": "dir"]) {
                NewElement("name", text: pool)
                NewElement("target") { NewElement("path", text: path) }
            }
            try await connection.keep(.pool, definition.xml)
        }
        if lacks != .nothing { try await connection.activate(name) }
    }

    /// What the user is told of that.
    var note: String? {
        switch lacks {
        case .nothing: nil
        case .start: "storage pool '\(pool)' is off, and is started"
        case .definition: "there is no storage pool '\(pool)': it is made, in \(path)"
        }
    }
}

extension NewElement {
    /// The element as the text of a whole document.
    var xml: String {
        guard var document = try? XMLDocument(xml: "<\(name)/>\n") else { return "" }
        let root = document.root.id
        for (name, value) in attributes { document.setAttribute(name, to: value, of: root) }
        if let text { document.setText(text, of: root) }
        for child in children { document.insert(child, into: root) }
        return document.xml
    }
}
