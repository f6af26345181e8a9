import FoundationEssentials
import Quantities
import Testing

@testable import LibvirtXML

@Suite("Views of a machine") struct MachineViewTests {
    static let xml = """
        <domain type='kvm' id='3'>
          <name>db</name>
          <genid/>
          <maxMemory slots='16' unit='GiB'>64</maxMemory>
          <memory unit='GiB' dumpCore='off'>16</memory>
          <currentMemory unit='GiB'>8</currentMemory>
          <memoryBacking>
            <hugepages>
              <page size='1' unit='G' nodeset='0-3,5'/>
              <page size='2' unit='M' nodeset='4'/>
            </hugepages>
            <nosharepages/>
            <source type='memfd'/>
            <access mode='shared'/>
            <allocation mode='immediate' threads='8'/>
          </memoryBacking>
          <vcpu placement='static' cpuset='1-4,^3,6' current='2'>4</vcpu>
          <vcpus>
            <vcpu id='0' enabled='yes' hotpluggable='no' order='1'/>
            <vcpu id='1' enabled='no' hotpluggable='yes'/>
          </vcpus>
          <iothreads>2</iothreads>
          <iothreadids>
            <iothread id='7' thread_pool_min='2' thread_pool_max='32'/>
          </iothreadids>
          <cputune>
            <shares>2048</shares>
            <period>1000000</period>
            <quota>-1</quota>
            <vcpupin vcpu='0' cpuset='1-4,^2'/>
            <emulatorpin cpuset='1-3'/>
            <vcpusched vcpus='0-1' scheduler='fifo' priority='1'/>
            <cachetune vcpus='0-3'>
              <cache id='0' level='3' type='both' size='3' unit='MiB'/>
              <monitor level='3' vcpus='1'/>
            </cachetune>
            <memorytune vcpus='0-3'>
              <node id='0' bandwidth='60'/>
            </memorytune>
          </cputune>
          <numatune>
            <memory mode='strict' nodeset='1-4,^3'/>
            <memnode cellid='0' mode='preferred' nodeset='1'/>
          </numatune>
          <os firmware='efi'>
            <type arch='x86_64' machine='q35'>hvm</type>
            <firmware>
              <feature enabled='yes' name='secure-boot'/>
            </firmware>
            <loader readonly='yes' secure='yes' type='pflash'>/fw/code.fd</loader>
            <nvram template='/fw/vars.fd'>/vars/db.fd</nvram>
            <boot dev='hd'/>
            <boot dev='cdrom'/>
            <bootmenu enable='yes' timeout='3000'/>
            <smbios mode='sysinfo'/>
            <bios useserial='yes' rebootTimeout='-1'/>
          </os>
          <features>
            <acpi/>
            <apic eoi='on'/>
            <hyperv mode='custom'>
              <relaxed state='on'/>
              <spinlocks state='on' retries='4096'/>
              <stimer state='on'>
                <direct state='on'/>
              </stimer>
              <vendor_id state='on' value='KVM Hv'/>
            </hyperv>
            <kvm>
              <hidden state='on'/>
              <dirty-ring state='on' size='4096'/>
            </kvm>
            <smm state='on'>
              <tseg unit='MiB'>48</tseg>
            </smm>
            <gic version='3'/>
          </features>
          <cpu mode='custom' match='exact' check='partial'>
            <model fallback='forbid' vendor_id='GenuineIntel'>Haswell</model>
            <topology sockets='1' dies='1' cores='2' threads='2'/>
            <cache level='3' mode='emulate'/>
            <maxphysaddr mode='emulate' bits='42'/>
            <feature policy='require' name='vmx'/>
            <feature policy='disable' name='lahf_lm'/>
            <numa>
              <cell id='0' cpus='0-1' memory='8' unit='GiB' memAccess='shared'>
                <distances>
                  <sibling id='0' value='10'/>
                  <sibling id='1' value='21'/>
                </distances>
              </cell>
              <cell id='1' cpus='2-3' memory='8388608'/>
            </numa>
          </cpu>
          <clock offset='variable' adjustment='123456' basis='utc'>
            <timer name='rtc' tickpolicy='catchup' track='guest'>
              <catchup threshold='123' slew='120' limit='10000'/>
            </timer>
            <timer name='hpet' present='no'/>
          </clock>
          <on_crash>coredump-restart</on_crash>
          <pm>
            <suspend-to-mem enabled='no'/>
          </pm>
          <seclabel type='dynamic' model='apparmor' relabel='yes'>
            <baselabel>base</baselabel>
          </seclabel>
          <launchSecurity type='sev' kernelHashes='yes'>
            <cbitpos>47</cbitpos>
            <policy>0x0003</policy>
          </launchSecurity>
        </domain>
        """

    private func machine() throws -> DomainDocument { try DomainDocument(xml: Self.xml) }

    @Test func memoryIsRead() throws {
        let domain = try machine()
        #expect(domain.number == 3 && domain.asksForGenerationID && domain.generationID == nil)
        #expect(domain.maximumMemory == .gibibytes(64) && domain.memorySlots == 16)
        #expect(domain.memory == .gibibytes(16) && domain.dumpsMemory == false)
        let backing = domain.memoryBacking
        #expect(backing.usesHugePages && backing.isUnmerged && !backing.isLocked)
        #expect(backing.hugePages.map(\.size) == [.gibibytes(1), .mebibytes(2)])
        #expect(backing.hugePages.first?.nodes == [0, 1, 2, 3, 5])
        #expect(backing.source == .memfd && backing.access == .shared)
        #expect(backing.allocation == .immediate && backing.allocationThreads == 8)
        #expect(domain.numaTuning.mode == .strict && domain.numaTuning.nodes == [1, 2, 4])
        #expect(domain.numaTuning.cells.first?.mode == .preferred)
    }

    @Test func processorsAreRead() throws {
        let domain = try machine()
        #expect(domain.vcpuSet == [1, 2, 4, 6] && domain.vcpuPlacement == .fixed)
        #expect(domain.vcpuStates.map(\.isEnabled) == [true, false])
        #expect(domain.ioThreadDetails.map(\.maximumHelpers) == [32])
        #expect(domain.cpuTuning.period == .seconds(1) && domain.cpuTuning.quota == .microseconds(-1))
        #expect(domain.cpuTuning.vcpuPins.first?.processors == [1, 3, 4])
        #expect(domain.cpuTuning.vcpuSchedulers.first?.scheduler == .fifo)
        #expect(domain.cpuTuning.cacheAllocations.first?.caches.first?.size == .mebibytes(3))
        #expect(domain.cpuTuning.memoryBandwidths.first?.nodes.first?.percent == 60)
        let cpu = domain.cpu
        #expect(cpu.mode == .custom && cpu.match == .exact && cpu.check == .partial)
        #expect(cpu.model == "Haswell" && cpu.fallback == .forbid && cpu.vendorID == "GenuineIntel")
        #expect([cpu.sockets, cpu.dies, cpu.cores, cpu.threads] == [1, 1, 2, 2])
        #expect(cpu.cacheLevel == 3 && cpu.cacheMode == .emulate && cpu.addressBits == 42)
        #expect(cpu.features.map(\.name) == ["vmx", "lahf_lm"])
        #expect(cpu.features.map(\.policy) == [.require, .disable])
        #expect(cpu.cells.map(\.memory) == [.gibibytes(8), .gibibytes(8)])
        #expect(cpu.cells.first?.distances.map(\.value) == [10, 21])
    }

    @Test func bootIsRead() throws {
        let os = try machine().os
        #expect(os.firmware == .efi && os.machine == "q35" && os.type == "hvm")
        #expect(os.firmwareFeatures.map(\.name) == [.secureBoot] && os.firmwareFeatures.first?.isEnabled == true)
        #expect(os.loader == "/fw/code.fd" && os.loaderType == .flash && os.isLoaderSecure == true)
        #expect(os.nvram == "/vars/db.fd" && os.nvramTemplate == "/fw/vars.fd")
        #expect(os.bootDevices == [.disk, .cdrom])
        #expect(os.showsBootMenu == true && os.bootMenuTimeout == .seconds(3))
        #expect(os.systemInfoSource == .definition && os.usesSerialForBIOS == true)
        #expect(os.rebootTimeout == .milliseconds(-1))
    }

    @Test func featuresClockAndEventsAreRead() throws {
        let domain = try machine()
        let features = domain.features
        #expect(features.hasACPI && features.hasAPIC && features.endsInterruptsEarly == true && !features.hasPAE)
        #expect(features.hyperv.mode == .custom && features.hyperv.relaxed == true)
        #expect(features.hyperv.spinlockRetries == 4096 && features.hyperv.directStimer == true)
        #expect(features.hyperv.vendorID == "KVM Hv" && features.hyperv.reset == nil)
        #expect(features.kvm.isHidden == true && features.kvm.dirtyRingSize == 4096)
        #expect(features.hasSMM == true && features.smmMemory == .mebibytes(48))
        #expect(features.hasGIC && features.gic == .v3)
        #expect(domain.clock.offset == .variable && domain.clock.adjustment == "123456")
        #expect(domain.clock.timers.map(\.name) == [.rtc, .hpet])
        #expect(domain.clock.timers.first?.catchUpSlew == 120 && domain.clock.timers.last?.isEnabled == false)
        #expect(domain.onCrash == .dumpRestart && domain.onReboot == nil)
        #expect(domain.canSuspendToMemory == false && domain.canSuspendToDisk == nil)
        #expect(domain.securityLabels.first?.baseLabel == "base")
        #expect(domain.launchSecurity.type == .sev && domain.launchSecurity.policy == 3)
    }

    @Test func listsOfValuesGrowAndShrinkInPlace() throws {
        var domain = try machine()
        domain.os.bootDevices = [.network, .disk, .cdrom]
        #expect(
            domain.xml.contains("<boot dev='network'/>\n    <boot dev='hd'/>\n    <boot dev='cdrom'/>\n    <bootmenu"))
        domain.os.bootDevices = ["new"]
        #expect(domain.xml.contains("</nvram>\n    <boot dev='new'/>\n    <bootmenu"))
        domain.cpu.features.append { feature in
            feature.policy = .force
            feature.name = "x2apic"
        }
        #expect(domain.xml.contains("name='lahf_lm'/>\n    <feature policy='force' name='x2apic'/>\n    <numa>"))
        domain.cpu.cells[1].processors = [2, 3, 5]
        #expect(domain.xml.contains("<cell id='1' cpus='2-3,5' memory='8388608'/>"))
    }

    @Test func partsAreMadeInLibvirtsOrder() throws {
        var domain = try DomainDocument(xml: "<domain>\n  <name>x</name>\n  <devices/>\n</domain>\n")
        domain.features.hyperv.relaxed = true
        domain.cpuTuning.quota = .milliseconds(50)
        domain.cpuTuning.shares = 512
        domain.memoryBacking.isLocked = true
        domain.cpu.cells.append { $0.memory = .gibibytes(1) }
        #expect(
            domain.xml == """
                <domain>
                  <name>x</name>
                  <memoryBacking>
                    <locked/>
                  </memoryBacking>
                  <cputune>
                    <shares>512</shares>
                    <quota>50000</quota>
                  </cputune>
                  <features>
                    <hyperv>
                      <relaxed state='on'/>
                    </hyperv>
                  </features>
                  <cpu>
                    <numa>
                      <cell memory='1' unit='GiB'/>
                    </numa>
                  </cpu>
                  <devices/>
                </domain>

                """)
    }
}
