import Quantities
import Testing

@testable import LibvirtXML

@Suite("Views of the other kinds") struct OtherKindViewTests {
    @Test func aNetworkIsReadAndEdited() throws {
        let xml = """
            <network ipv6='yes'>
              <name>lab</name>
              <forward mode='nat'>
                <nat>
                  <address start='192.0.2.1' end='192.0.2.9'/>
                  <port start='1024' end='2048'/>
                </nat>
              </forward>
              <bridge name='virbr7' stp='on' delay='0' macTableManager='libvirt'/>
              <domain name='lab.example' localOnly='yes'/>
              <dns>
                <forwarder addr='192.0.2.53'/>
                <host ip='192.168.7.2'>
                  <hostname>one</hostname>
                  <hostname>two</hostname>
                </host>
              </dns>
              <ip address='192.168.7.1' netmask='255.255.255.0'>
                <dhcp>
                  <range start='192.168.7.100' end='192.168.7.200'>
                    <lease expiry='1' unit='hours'/>
                  </range>
                  <host mac='52:54:00:00:00:01' name='one' ip='192.168.7.2'/>
                </dhcp>
              </ip>
            </network>
            """
        var network = try NetworkDocument(xml: xml)
        #expect(network.name == "lab" && network.hasIPv6 == true && network.forward.mode == .nat)
        #expect(network.forward.natPortEnd == 2048 && network.bridge == "virbr7" && network.bridgeDelay == .zero)
        #expect(network.tableManager == .libvirt && network.isDomainLocal == true)
        #expect(network.dns.hosts.first?.names == ["one", "two"])
        #expect(network.addresses.first?.ranges.first?.leaseUnit == .hours)
        #expect(network.addresses.first?.hosts.map(\.name) == ["one"])
        network.addresses[0].hosts.append { ($0.mac, $0.address) = ("52:54:00:00:00:02", "192.168.7.3") }
        network.dns.hosts[0].names = ["one"]
        network.dnsmasqOptions = ["no-hosts"]
        #expect(try Schema(.network).validate(network) == [])
        let last = "name='one' ip='192.168.7.2'/>"
        #expect(
            network.xml
                == xml.replacing("\n      <hostname>two</hostname>", with: "").replacing(
                    last, with: last + "\n      <host mac='52:54:00:00:00:02' ip='192.168.7.3'/>"
                ).replacing("ipv6='yes'", with: "ipv6='yes' xmlns:dnsmasq='\(dnsmasq)'").replacing(
                    "</network>",
                    with: """
                          <dnsmasq:options>
                            <dnsmasq:option value='no-hosts'/>
                          </dnsmasq:options>
                        </network>
                        """))
    }

    private let dnsmasq = "http://libvirt.org/schemas/network/dnsmasq/1.0"

    @Test func poolsAndVolumesAreMade() throws {
        var pool = try StoragePoolDocument(xml: "<pool type='netfs'>\n</pool>")
        pool.name = "shared"
        pool.source.hosts.append { $0.name = "nfs.example.org" }
        (pool.source.folder, pool.source.format, pool.source.version) = ("/export", "nfs", "4.2")
        pool.path = "/mnt"
        (pool.permissions.mode, pool.permissions.owner, pool.permissions.group) = ("0755", -1, 0)
        pool.mountOptions = ["nodev", "noexec"]
        #expect(try Schema(.storagePool).validate(pool) == [])
        #expect(pool.type == .networkFilesystem && pool.mountOptions == ["nodev", "noexec"])

        var volume = try StorageVolumeDocument(xml: "<volume>\n</volume>")
        (volume.name, volume.capacity, volume.allocation) = ("a.qcow2", .gibibytes(10), .zero)
        (volume.format, volume.compatibility, volume.hasLazyReferences) = ("qcow2", "1.1", true)
        (volume.backingPath, volume.backingFormat) = ("/base.qcow2", "qcow2")
        volume.encryption.format = .luks
        volume.encryption.secrets.append { ($0.type, $0.uuid) = (.passphrase, nil) }
        volume.encryption.secrets[0].usage = "mine"
        #expect(try Schema(.storageVolume).validate(volume) == [])
        #expect(volume.xml.contains("<capacity unit='GiB'>10</capacity>"))
    }

    @Test func snapshotsCheckpointsAndBackupsAreMade() throws {
        var snapshot = try DomainSnapshotDocument(xml: "<domainsnapshot>\n</domainsnapshot>")
        (snapshot.name, snapshot.memory, snapshot.memoryFile) = ("before", .external, "/m")
        snapshot.disks.append { disk in
            (disk.name, disk.snapshot, disk.type, disk.format) = ("vda", .external, .file, .qcow2)
            disk.source.file = "/new.qcow2"
        }
        #expect(try Schema(.domainSnapshot).validate(snapshot) == [])

        var checkpoint = try DomainCheckpointDocument(xml: "<domaincheckpoint>\n</domaincheckpoint>")
        checkpoint.name = "monday"
        checkpoint.disks.append { ($0.name, $0.checkpoint) = ("vda", .bitmap) }
        #expect(try Schema(.domainCheckpoint).validate(checkpoint) == [])

        var backup = try DomainBackupDocument(xml: "<domainbackup>\n</domainbackup>")
        (backup.mode, backup.incremental) = (.push, "monday")
        backup.disks.append { disk in
            (disk.name, disk.isIncluded, disk.type, disk.format) = ("vda", true, .file, .qcow2)
            disk.target.file = "/backup.qcow2"
        }
        #expect(try Schema("domainbackup").validate(backup) == [])
    }

    @Test func secretsFiltersAndInterfacesAreMade() throws {
        var secret = try SecretDocument(xml: "<secret>\n</secret>")
        (secret.isEphemeral, secret.isPrivate, secret.usage, secret.name) = (false, true, .tpm, "db")
        #expect(try Schema(.secret).validate(secret) == [])

        var filter = try NWFilterDocument(xml: "<filter>\n</filter>")
        (filter.name, filter.chain) = ("ssh-only", "root")
        filter.references.append { $0.filter = "clean-traffic" }
        filter.rules.append { rule in
            (rule.action, rule.direction, rule.priority) = (.accept, .inbound, 500)
            rule.tcp.append { ($0.destinationPortStart, $0.sourceAddress) = ("22", "$ADMIN") }
        }
        #expect(try Schema(.nwfilter).validate(filter) == [])

        var bond = try InterfaceDocument(xml: "<interface>\n</interface>")
        (bond.type, bond.name, bond.startMode) = (.bond, "bond0", .onBoot)
        bond.protocols.append { ($0.family, $0.usesDHCP) = (.ipv4, true) }
        (bond.bondMode, bond.miiFrequency, bond.miiCarrier) = (.activeBackup, .milliseconds(100), .netif)
        bond.bondMembers.append { ($0.type, $0.name) = (.ethernet, "eth0") }
        bond.bondMembers.append { ($0.type, $0.name) = (.ethernet, "eth1") }
        #expect(try Schema("interface").validate(bond) == [])
    }

    @Test func whatAHostSaysIsRead() throws {
        let device = try NodeDeviceDocument(
            xml: """
                <device>
                  <name>pci_0000_02_10_7</name>
                  <parent>pci_0000_00_04_0</parent>
                  <driver><name>igb</name></driver>
                  <capability type='pci'>
                    <domain>0</domain><bus>2</bus><slot>16</slot><function>7</function>
                    <product id='0x1520'>Adapter</product>
                    <capability type='virt_functions' maxCount='7'>
                      <address domain='0x0000' bus='0x02' slot='0x10' function='0x1'/>
                    </capability>
                    <iommuGroup number='31'/>
                  </capability>
                </device>
                """)
        let capability = try #require(device.capabilities.first)
        #expect(device.parent == "pci_0000_00_04_0" && device.driver == "igb")
        #expect(capability.type == .pci && capability.slot == 16 && capability.productID == 0x1520)
        #expect(capability.capabilities.first?.type == .virtualFunctions)
        #expect(capability.capabilities.first?.addresses.first?.slot == 16)
        #expect(capability.iommuGroup == 31)

        let host = try CapabilitiesDocument(
            xml: """
                <capabilities><host><cpu><arch>x86_64</arch><model>Haswell</model><feature name='vmx'/>
                <pages unit='KiB' size='4'/></cpu><topology><cells num='1'><cell id='0'><memory unit='KiB'>1024</memory>
                <cpus num='1'><cpu id='0' socket_id='0' die_id='0' core_id='0' siblings='0'/></cpus></cell></cells>
                </topology></host><guest><os_type>hvm</os_type><arch name='x86_64'><wordsize>64</wordsize>
                <machine canonical='pc-q35-7.2' maxCpus='288'>q35</machine><domain type='kvm'/></arch></guest>
                </capabilities>
                """)
        #expect(host.host.features == ["vmx"] && host.host.pageSizes.first?.size == .kibibytes(4))
        #expect(host.host.cells.first?.memory == .mebibytes(1))
        #expect(host.host.cells.first?.processors.first?.siblings == [0])
        #expect(host.guests.first?.machines.first?.canonical == "pc-q35-7.2")
        #expect(host.guests.first?.domains.map(\.type) == [.kvm])

        let offer = try DomainCapabilitiesDocument(
            xml: """
                <domainCapabilities><domain>kvm</domain><vcpu max='255'/><cpu><mode name='custom' supported='yes'>
                <model usable='no'>EPYC</model></mode></cpu><devices><disk supported='yes'><enum name='bus'>
                <value>virtio</value><value>scsi</value></enum></disk></devices></domainCapabilities>
                """)
        #expect(offer.type == .kvm && offer.maximumVCPUs == 255 && offer.disk.isSupported == true)
        #expect(offer.disk.choices.first { $0.name == "bus" }?.values == ["virtio", "scsi"])
        #expect(offer.cpuModes.first?.models.first?.usable == .unusable && !offer.graphics.isPresent)
    }
}
