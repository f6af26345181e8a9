internal import FoundationEssentials
internal import Glibc
internal import Libvirt
internal import LibvirtXML
internal import Quantities
internal import Synchronization

/// What the making of a guest acts on.
struct CreationPlace: Sendable {
    var connection: Connection
    /// What the image is told at its first boot.
    ///
    /// It may hold secrets, so it is not in the journal.
    var seed: Seed?
    /// Raised when the user wants no more of it.
    var stop = StopSign()
}

/// One step of making a guest.
enum CreationStep: Codable, Sendable {
    /// Does steps at the same time that have nothing to do with each other.
    indirect case together([CreationStep])
    /// Writes the definition to a file.
    case write(String, definition: String)
    /// Makes a volume.
    case makeVolume(pool: String, name: String, xml: String, path: String)
    /// Makes the medium of the first boot, in a folder of ours.
    case makeSeed(folder: String)
    /// Puts that medium into a volume.
    case storeSeed(pool: String, name: String, path: String, folder: String)
    /// Removes the folder.
    case removeFolder(String)
    /// Stores the definition.
    case define(name: String, uuid: UUID, definition: String, consoleLog: String?)
    /// Has the guest start with the host.
    case autostart(UUID)
    /// Starts the guest.
    case start(UUID)
}

extension CreationStep: OperationStep {
    static let operation = "create"
    // What has not become a guest is of no use to anybody.
    static let afterCrash = CrashPolicy.undo

    var description: String {
        switch self {
        case .together(let steps): steps.map(\.description).joined(separator: ", ")
        case .write(let file, _): "write \(file)"
        case .makeVolume(let pool, let name, _, _): "make volume '\(pool)/\(name)'"
        case .makeSeed: "make the medium of the first boot"
        case .storeSeed(let pool, let name, _, _): "make volume '\(pool)/\(name)'"
        case .removeFolder(let folder): "remove \(folder)"
        case .define(let name, _, _, _): "define guest '\(name)'"
        case .autostart: "have the guest start with the host"
        case .start: "start the guest"
        }
    }

    func perform(on place: CreationPlace) async throws {
        if place.stop.isRaised { throw CancellationError() }
        let host = place.connection
        switch self {
        case .together(let steps): try await Self.perform(steps, on: place)
        case .write(let file, let definition): try NewFile.write(definition, to: file)
        case .makeVolume(let pool, _, let xml, _): _ = try await host.storagePool(named: pool).createVolume(xml)
        case .makeSeed(let folder): try await place.seed?.make(in: folder)
        case .storeSeed(let pool, let name, let path, let folder):
            try await host.storeSeed(Seed.medium(in: folder), pool: pool, name: name, path: path)
        case .removeFolder(let folder): try removeFolder(folder)
        case .define(_, _, let definition, _): _ = try await host.define(definition)
        case .autostart(let uuid): try await host.domain(uuid: uuid).setAutostart(true)
        case .start(let uuid):
            try await host.domain(uuid: uuid).start()
            // No step comes after it that would see the wish to stop.
            if place.stop.isRaised { throw CancellationError() }
        }
    }

    func undo(on place: CreationPlace, trace: String?) async throws {
        let host = place.connection
        switch self {
        case .together(let steps): for step in steps.reversed() { try await step.undo(on: place, trace: nil) }
        case .write(let file, let definition): NewFile.remove(file, ifItHolds: definition)
        case .makeVolume(let pool, let name, _, let path), .storeSeed(let pool, let name, let path, _):
            try await host.removeUnusedVolume(name, of: pool, at: path)
        case .makeSeed(let folder): try removeFolder(folder)
        case .define(_, let uuid, _, let consoleLog):
            try await host.removeNewGuest(uuid)
            // Another guest may have its log in the same place: one of the name, made since, or one that had it once.
            if let consoleLog, try await !host.isNamed(consoleLog) { unlink(consoleLog) }
        case .removeFolder, .autostart, .start: return
        }
    }

    /// Does all of them, or takes back those that were done.
    private static func perform(_ steps: [CreationStep], on place: CreationPlace) async throws {
        let failures = try await concurrently(steps) { step -> (any Error)? in
            do {
                CrashPoint.pass()
                try await step.perform(on: place)
                CrashPoint.pass()
                return nil
            } catch {
                return error
            }
        }
        guard let failure = failures.lazy.compactMap(\.self).first else { return }
        for (step, failure) in zip(steps, failures).reversed() where failure == nil {
            try await step.undo(on: place, trace: nil)
        }
        throw failure
    }

    private func removeFolder(_ folder: String) throws {
        guard FileManager.default.fileExists(atPath: folder) else { return }
        try FileManager.default.removeItem(atPath: folder)
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// Switches a guest off that has just been made, and forgets it.
    fileprivate func removeNewGuest(_ uuid: UUID) async throws {
        do {
            let guest = try await domain(uuid: uuid)
            if try await guest.isActive { try await guest.forceOff() }
            do {
                try await guest.undefine([.nvram, .tpm, .managedSave])
            } catch let error as LibvirtError where [.invalidArgument, .argumentUnsupported].contains(error.code) {
                try await guest.undefine()
            }
        } catch let error as LibvirtError where error.saysThatItIsGone {
            return
        }
    }

    /// Whether a guest's definition names the file.
    fileprivate func isNamed(_ path: String) async throws -> Bool {
        let files = GuestFiles { _, _ in nil }
        return try await keptGuests().contains { _, definition in
            files.files(of: definition).contains { $0.path == path }
        }
    }

    /// Deletes a volume that we may have made; after a crash it may be somebody else's by now, who uses it.
    fileprivate func removeUnusedVolume(_ name: String, of pool: String, at path: String) async throws {
        do {
            let volume = try await storagePool(named: pool).volume(named: name)
            if try await !isNamed(path) { try await volume.deleteWhenMade() }
        } catch let error as LibvirtError where error.saysThatItIsGone {
            return
        }
    }

    /// Makes a volume of a medium.
    fileprivate func storeSeed(_ medium: String, pool: String, name: String, path: String) async throws {
        let size = try FileManager.default.attributesOfItem(atPath: medium)[.size] as? Int ?? 0
        let new = NewVolume(
            pool: pool, name: name, path: path, format: "raw", capacity: .bytes(UInt64(size)), backing: nil)
        let volume = try await storagePool(named: pool).createVolume(new.xml)
        do {
            try await volume.upload(from: medium)
        } catch {
            try? await volume.delete()
            throw error
        }
    }
}

extension StorageVolume {
    /// Deletes the volume; one that the daemon is still making, for a process that has died, is waited for.
    fileprivate func deleteWhenMade() async throws {
        let end = ContinuousClock.now + .seconds(10)
        while true {
            do {
                return try await delete()
            } catch let error as LibvirtError where error.code == .operationInvalid && ContinuousClock.now < end {
                try await Task.sleep(for: .milliseconds(100))
            }
        }
    }
}

/// The user's wish to stop, seen between the steps.
final class StopSign: Sendable {
    private let state = Atomic(false)

    var isRaised: Bool { state.load(ordering: .relaxed) }

    func raise() { state.store(true, ordering: .relaxed) }
}

/// A file that was not there before.
enum NewFile {
    static func write(_ text: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            if errno != EEXIST { throw Failure(opening: path, error: errno) }
            throw Failure(.nameTaken, path, "there is such a file already", hint: "name another one")
        }
        close(descriptor)
        do {
            try XMLDocument(xml: text).write(to: path)
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Removes it unless somebody has edited it; an empty one was not even written.
    static func remove(_ path: String, ifItHolds text: String) {
        guard let bytes = FileManager.default.contents(atPath: path) else { return }
        if bytes.isEmpty || Array(bytes) == Array(text.utf8) { unlink(path) }
    }
}
