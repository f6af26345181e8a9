internal import Faults
internal import Libvirt
internal import TestSupport

extension Operation {
    /// On a host of libvirt's test driver with the running domain `web`.
    static let onTestDriver = [
        Operation(name: "open and watch for the end", survives: ["virConnectGetURI"]) { world in
            let other = try await Connection.open(world.uri)
            do { _ = try await other.closeEvents.subscribe() } catch {
                await other.close()
                throw error
            }
            await other.close()
        },
        Operation(name: "list domains with their state") { world in
            for domain in try await world.host.domains() { _ = try await (domain.state(), domain.info(), domain.xml()) }
        },
        Operation(name: "subscribe to several kinds of events", survives: watching) { world in
            let web = try await world.host.domain(named: "web")
            let lifecycle = try await world.host.domainEvents(.lifecycle).subscribe()
            _ = try await world.host.domainEvents(.reboot, of: web).subscribe()
            _ = try await world.host.networkEvents(.lifecycle).subscribe()
            _ = try await world.host.storagePoolEvents(.lifecycle).subscribe()
            try await web.forceOff()
            _ = try await lifecycle.next()
        },
        Operation(
            name: "go on with events after a reconnection",
            // A second attempt is made.
            survives: watching.union(["virConnectOpenAuth", "virConnectGetURI"])
        ) { world in
            let keeper = Connection.reconnecting(world.uri, backOff: BackOff(first: .milliseconds(1)))
            do {
                faults_arm(0)
                var events = try await keeper.domainEvents(.lifecycle).subscribe()
                faults_break_connection()
                faults_arm(Faults.target)
                _ = try await events.next()
            } catch {
                await keeper.close()
                throw error
            }
            await keeper.close()
        },
        Operation(name: "take and list snapshots") { world in
            let web = try await world.host.domain(named: "web")
            for name in ["a", "b"] {
                _ = try await web.createSnapshot("<domainsnapshot><name>\(name)</name></domainsnapshot>")
            }
            for snapshot in try await web.snapshots() {
                _ = try await (snapshot.parent(), snapshot.children(), snapshot.xml(), snapshot.isCurrent)
                _ = try snapshot.domain
            }
        },
        Operation(name: "read statistics") { world in
            let web = try await world.host.domain(named: "web")
            _ = try await (world.host.domainStatistics(), world.host.statistics(of: [web]))
        },
        Operation(name: "read processors") { world in
            let web = try await world.host.domain(named: "web")
            _ = try await (web.virtualCPUs(), web.virtualCPUPins(), world.host.nodeInfo(), world.host.nodeCPUs())
        },
        Operation(name: "read and set parameters") { world in
            let web = try await world.host.domain(named: "web")
            try await web.setBlockIOParameters([.domainBlkioWeight: .unsigned(500)], .config)
            try await web.setNUMAParameters([.domainNUMANodeSet: .string("0-1")], .config)
            _ = try await (web.blockIOParameters(.config), web.numaParameters(.config), web.schedulerType)
        },
        Operation(name: "build the parameters of a migration", endsWith: "virDomainMigrate3") { world in
            var parameters = MigrationParameters()
            parameters.uri = "tcp://there"
            parameters.disks = ["vda", "vdb"]
            parameters.bandwidth = .mebibytes(1)
            parameters.parallelConnections = 2
            _ = try await world.host.domain(named: "web").migrate(to: world.host, parameters)
        },
        Operation(name: "save and restore") { world in
            try await world.host.domain(named: "web").save(to: world.path("web.save"))
            try await world.host.restore(from: world.path("web.save"))
        },
        Operation(name: "make and list pools and volumes") { world in
            let pool = try await world.host.defineStoragePool(folderPoolXML("pool"))
            try await pool.start()
            _ = try await pool.createVolume(volumeXML("volume"))
            for volume in try await pool.volumes() { _ = try await (volume.info(), volume.path, pool.info()) }
        },
        Operation(name: "take a picture of the screen") { world in
            _ = try await world.host.domain(named: "web").screenshot()
        },
    ]

    /// Events are delivered also where libvirt cannot tell of the connection's end.
    static let watching: Set = ["virConnectRegisterCloseCallback"]
}
