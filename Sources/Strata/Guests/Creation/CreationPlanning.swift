internal import FoundationEssentials
internal import Libvirt
internal import LibvirtXML
internal import Quantities
internal import StrataLayers

extension GuestCreation {
    /// Asks the host what it must know, checks everything that can be checked, and touches nothing.
    ///
    /// - Parameters:
    ///   - spec: What the guest is to be.
    ///   - host: Where it is to be.
    ///   - fetching: Called while an image is fetched that is not on this host yet; `nil` to fetch none.
    /// - Returns: The plan.
    /// - Throws: ``Failure``: kind `wrongValue`, `nameTaken`, `missingFile`, `unsupported` and others.
    public static func plan(
        _ spec: GuestSpec, on host: HostConnection,
        fetching: (@Sendable (ImageStore.Progress) -> Void)? = { _ in }
    ) async throws -> GuestCreation {
        do {
            try spec.check()
            return try await CreationPlanning(spec, host, fetching).make()
        } catch let error as InvalidValue {
            var failure = Failure(error)
            failure.hint = "such as --\(error.field) path=/images/data.qcow2,format=qcow2"
            throw failure
        } catch {
            throw Failure(error)
        }
    }
}

/// A plan in the making.
struct CreationPlanning {
    var spec: GuestSpec
    let host: HostConnection
    let mode: DriverMode
    let fetching: (@Sendable (ImageStore.Progress) -> Void)?
    let uuid = UUID()
    var image: StoredImage?
    var notes: [String] = []
    var system: OSProfile?
    var drives: [GuestBlueprint.Drive] = []
    var volumes: [NewVolume] = []
    var folder: VolumeFolder?
    var networks: [NetworkChoice] = []
    var seed: (content: Seed, volume: NewVolume)?

    var connection: Connection { host.connection }

    init(
        _ spec: GuestSpec, _ host: HostConnection, _ fetching: (@Sendable (ImageStore.Progress) -> Void)?
    ) async throws {
        (self.spec, self.host, self.fetching) = (spec, host, fetching)
        // It may be another process, in another folder, that has to find it again.
        self.spec.file = spec.file.map { $0.hasPrefix("/") ? $0 : FileManager.default.currentDirectoryPath + "/" + $0 }
        mode = DriverMode(connection: try await host.connection.uri)
    }

    func make() async throws -> GuestCreation {
        var planning = self
        try await planning.refuseTakenName()
        let accelerator = try await Accelerator.choose(spec.accelerator, on: connection)
        if case .definition(let file) = spec.source {
            return try planning.plan(try planning.definition(in: file, accelerator), accelerator)
        }
        try await planning.refuseOtherArchitectures()
        let adapters = try await planning.findAdapters()
        if case .image(let reference) = spec.source { try await planning.findImage(reference) }
        try planning.findSystem()
        try await planning.findDrives(adapters)
        planning.compareMemory()
        let type: DomainType = mode == .test ? .test : accelerator.kind == .kvm ? .kvm : .qemu
        let blueprint = GuestBlueprint(
            spec: planning.spec, system: planning.system, type: type,
            hasHostsProcessor: try await planning.passesProcessor(accelerator), drives: planning.drives,
            adapters: adapters, consoleLog: consoleLog)
        return try planning.plan(try blueprint.document().resolvingPaths(), accelerator)
    }

    private func plan(_ definition: DomainDocument, _ accelerator: Accelerator) throws -> GuestCreation {
        try refuseLeftVariables(definition)
        return GuestCreation(
            definition: definition, accelerator: accelerator, notes: notes, spec: spec, host: host, uuid: uuid,
            consoleLog: consoleLog, volumes: volumes, folder: folder, networks: networks, seed: seed)
    }

    /// Where everything that the console shows is kept: beside libvirt's own logs, where it may write.
    private var consoleLog: String? {
        let folder: String? =
            switch mode {
            case .system: "/var/log/libvirt/qemu"
            case .session:
                (Environment["XDG_CACHE_HOME"] ?? (Environment["HOME"] ?? "/tmp") + "/.cache") + "/libvirt/qemu/log"
            case .embedded: host.uri.split(separator: "root=").last.map { "\($0)/lib/qemu" }
            case .remote, .test: nil
            }
        return folder.map { "\($0)/\(spec.name).console.log" }
    }

    private func refuseTakenName() async throws {
        if let file = spec.file { try refuseBadPlace(file) }
        guard let other = try? await connection.domain(named: spec.name) else { return }
        throw Failure(
            .nameTaken, "guest '\(spec.name)'", "there is a guest of that name (\(try await other.state().state))",
            hint: "choose another name, or see it with: strata info \(spec.name)")
    }

    /// Whoever made the boot entries and the keys of an earlier guest of the name made them for that one.
    private func refuseLeftVariables(_ definition: DomainDocument) throws {
        guard FirmwareVariables.areKept(by: definition), definition.document.root.value("os/nvram") == nil,
            let left = FirmwareVariables.left(by: spec.name, mode)
        else { return }
        throw FirmwareVariables.taken(left, by: spec.name)
    }

    /// Whether KVM can pass the host's processor on, which one without the processor's help cannot.
    private mutating func passesProcessor(_ accelerator: Accelerator) async throws -> Bool {
        guard accelerator.kind == .kvm, spec.accelerator == .kvm else { return accelerator.kind == .kvm }
        let choice = try await Accelerator.choose(.auto, on: connection)
        if choice.kind == .kvm { return true }
        notes.append("warning: KVM does not truly serve here: \(choice.reason ?? "it is software")")
        return false
    }

    private func refuseBadPlace(_ file: String) throws {
        let folder = file[..<(file.lastIndex(of: "/") ?? file.startIndex)]
        if FileManager.default.fileExists(atPath: file) {
            throw Failure(
                .nameTaken, file, "there is such a file already",
                hint: "name another one, or change it: strata set \(file) --help")
        }
        if !folder.isEmpty, !FileManager.default.fileExists(atPath: String(folder)) {
            throw Failure(
                .missingFile, "--write \(file)", "its folder is not there", hint: "make it: mkdir -p \(folder)")
        }
    }

    private func refuseOtherArchitectures() async throws {
        let model = try await connection.nodeInfo().model
        guard mode != .test, !["x86_64", "i686"].contains(model) else { return }
        throw Failure(
            .unsupported, "guest '\(spec.name)'", "the host is a \(model), and strata makes PCs",
            hint: "write a definition and use --xml FILE")
    }

    private func definition(in file: String, _ accelerator: Accelerator) throws -> DomainDocument {
        try checkFile(file, "--xml", orPipe: true)
        var definition: Definition
        do {
            definition = try Definition(file: file)
            try definition.checkSchema()
        } catch var failure as Failure {
            failure.hint = failure.hint ?? "strata validate \(file) says what libvirt reads"
            throw failure
        }
        if mode != .remote { try definition.checkFiles() }
        definition.document.name = spec.name
        definition.document.uuid = nil
        if let memory = spec.memory { (definition.document.memory, definition.document.currentMemory) = (memory, nil) }
        if let cpus = spec.cpus { (definition.document.vcpus, definition.document.currentVCPUs) = (cpus, nil) }
        return definition.document.adapted(to: accelerator) ?? definition.document
    }

    /// The system that was named, or what the image's name or the medium's label tells.
    private mutating func findSystem() throws {
        if let id = spec.system {
            let profile = try OSDatabase().profile(id)
            if let wanted = profile.standsInFor {
                notes.append("the osinfo database does not know \(wanted) yet; \(profile.name) stands in for it")
            }
            system = profile
            return
        }
        switch spec.source {
        case .image(let reference):
            let name = reference.split(separator: "/").last.map(String.init) ?? reference
            let database = try? OSDatabase()
            system = image?.os.flatMap { try? database?.profile($0) } ?? database?.system(inImageName: name)
        case .iso(let path) where mode != .remote:
            try checkFile(path, "--iso")
            system = try ISOLabel.read(path).flatMap { label in (try? OSDatabase())?.system(on: label) }
        default: return
        }
        notes.append(
            system.map { "operating system: \($0.name); --os names another one" }
                ?? "the operating system cannot be told: --os names it; a Linux of today is assumed")
    }

    private mutating func compareMemory() {
        guard let memory = spec.memory, let needed = system?.minimum.memory, memory < needed else { return }
        notes.append("warning: \(system?.name ?? "the system") needs at least \(needed) of memory")
    }
}
