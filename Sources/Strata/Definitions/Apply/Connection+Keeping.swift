internal import Libvirt

/// The same few things for networks, pools and guests.
extension ConnectionReference where Mode == ReadWrite {
    /// Stores a definition.
    func keep(_ kind: DefinedKind, _ xml: String) async throws {
        switch kind {
        case .domain: _ = try await define(xml)
        case .network: _ = try await defineNetwork(xml)
        case .pool: _ = try await defineStoragePool(xml)
        case .volume: return
        }
    }

    /// The definition that is stored, with its secrets; `nil` when there is none.
    func kept(_ name: DefinedName) async throws -> String? {
        do {
            switch name.kind {
            case .domain:
                let guest = try await domain(named: name.name)
                return try await guest.isPersistent ? try await guest.xml([.inactive, .secure]) : nil
            case .network: return try await network(named: name.name).keptXML
            case .pool: return try await storagePool(named: name.name).keptXML
            case .volume: return nil
            }
        } catch let error as LibvirtError where error.saysThatItIsGone {
            return nil
        }
    }

    /// Removes a definition that has just been made.
    func forget(_ name: DefinedName) async throws {
        switch name.kind {
        case .domain: try await forgetGuest(name.name)
        case .network: try await network(named: name.name).undefine()
        case .pool: try await storagePool(named: name.name).undefine()
        case .volume: return
        }
    }

    /// Removes a guest's definition, and nothing that holds data.
    func forgetGuest(_ name: String) async throws {
        let guest: Domain
        do {
            guest = try await domain(named: name)
        } catch let error as LibvirtError where error.code == .noDomain {
            return
        }
        do {
            try await guest.undefine([.keepNVRAM, .keepTPM])
        } catch let error as LibvirtError where [.invalidArgument, .argumentUnsupported].contains(error.code) {
            // Drivers that know nothing of either do not know the wish to keep it.
            try await guest.undefine()
        }
    }

    /// Starts a network or pool, and has it start with the host.
    func activate(_ name: DefinedName) async throws {
        if name.kind == .network {
            let network = try await network(named: name.name)
            try await make({ try await network.isActive }) { try await network.start() }
            try await network.setAutostart(true)
        } else {
            let pool = try await storagePool(named: name.name)
            // The folder of a pool of files is made where it is missing; what has to be formatted never is.
            try await make({ try await pool.isActive }) {
                if try await pool.keptXML.contains("<pool type='dir'") { try await pool.build() }
                try await pool.start()
            }
            try await pool.setAutostart(true)
        }
    }

    /// Makes something so, unless it is so already, or somebody else makes it so in between.
    private func make(_ isSo: () async throws -> Bool, by body: () async throws -> Void) async throws {
        if try await isSo() { return }
        do {
            try await body()
        } catch let error as LibvirtError {
            guard (try? await isSo()) == true else { throw error }
        }
    }

    /// Takes that back.
    func deactivate(_ name: DefinedName) async throws {
        if name.kind == .network {
            let network = try await network(named: name.name)
            if try await network.isActive { try await network.stop() }
        } else {
            let pool = try await storagePool(named: name.name)
            if try await pool.isActive { try await pool.stop() }
        }
    }
}

extension NetworkReference {
    /// The definition that is kept, also of an active network.
    var keptXML: String {
        get async throws {
            try await withoutUnknownOption {
                try await xml(.inactive)
            } otherwise: {
                try await xml()
            }
        }
    }
}

extension StoragePoolReference {
    /// The definition that is kept, also of an active pool.
    var keptXML: String {
        get async throws {
            try await withoutUnknownOption {
                try await xml(.inactive)
            } otherwise: {
                try await xml()
            }
        }
    }
}

/// Drivers that do not tell what runs from what is kept, such as libvirt's test driver, do not know the option either.
private func withoutUnknownOption(
    _ body: () async throws -> String, otherwise: () async throws -> String
) async throws -> String {
    do {
        return try await body()
    } catch let error as LibvirtError where [.invalidArgument, .argumentUnsupported].contains(error.code) {
        return try await otherwise()
    }
}
