internal import FoundationEssentials
internal import Glibc
internal import Libvirt
internal import LibvirtXML

/// One step of giving a guest another name.
enum RenamingStep: Codable, Sendable {
    /// Gives libvirt's part another name.
    case rename(UUID, from: String, to: String)
    /// Moves what is kept under the name; what cannot be moved and is no loss is left.
    case move(from: String, to: String, isNeeded: Bool)
    /// Has the definition name the files where they are now.
    case define(before: String, after: String)
}

extension RenamingStep: OperationStep {
    static let operation = "rename"
    static let afterCrash = CrashPolicy.finish

    var description: String {
        switch self {
        case .rename(_, let name, let newName): "rename guest '\(name)' to '\(newName)'"
        case .move(let from, let to, _): "move \(from) to \(to)"
        case .define: "change the paths of its definition"
        }
    }

    func perform(on host: Connection) async throws {
        switch self {
        case .rename(let uuid, _, let newName):
            let guest = try await host.domain(uuid: uuid)
            if guest.name != newName { try await guest.rename(to: newName) }
        case .move(let from, let to, let isNeeded):
            guard access(from, F_OK) == 0 || isNeeded else { return }
            guard Glibc.rename(from, to) == 0 || errno == ENOENT || !isNeeded else {
                throw Failure(opening: from, error: errno)
            }
        case .define(_, let after): _ = try await host.define(after)
        }
    }

    func undo(on host: Connection, trace: String?) async throws {
        switch self {
        case .rename(let uuid, let name, let newName):
            try await RenamingStep.rename(uuid, from: newName, to: name).perform(on: host)
        case .move(let from, let to, let isNeeded):
            try await RenamingStep.move(from: to, to: from, isNeeded: isNeeded).perform(on: host)
        case .define(let before, _): _ = try await host.define(before)
        }
    }

    /// Takes nothing from a guest that has come since: it may have the name, a file of its own, or other paths.
    func resume(on host: Connection, wasBegun: Bool) async throws {
        switch self {
        case .rename: try await LeftAlone.whereGone { try await perform(on: host) }
        case .move(_, let to, _): if access(to, F_OK) != 0 { try await perform(on: host) }
        case .define(let before, let after):
            guard let uuid = try DomainDocument(xml: before).uuid else { return }
            try await LeftAlone.whereGone {
                let now = try await host.domain(uuid: uuid).xml([.inactive, .secure])
                if try now.isKept(of: after) { return }
                guard try now.isKept(of: before) else { throw LeftAlone.changedSince }
                try await perform(on: host)
            }
        }
    }
}
