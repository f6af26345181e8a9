import FoundationEssentials
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    /// What goes through a guest's agent: here one in shell, inside a real guest in emulation.
    @Suite("Guest agent") struct AgentTests {
        @Test func theAgentIsAskedAndObeys() async throws {
            try await TalkingGuest.with("d1-agent", change: Self.withChannel) { talking in
                let (guest, console) = (talking.guest, talking.console)
                try await guest.setAgentResponseTimeout(.after(.seconds(60)))
                let early = await #expect(throws: LibvirtError.self) { _ = try await guest.guestHostname(.agent) }
                #expect(early?.code == .agentUnresponsive)

                for line in Self.agent.split(separator: "\n") { try await console.write(line + "\n") }
                try await talking.read(until: "agent: ready")
                // libvirt hears of the agent a moment later.
                var hostname: String?
                for _ in 0..<50 where hostname == nil {
                    hostname = try? await guest.guestHostname(.agent)
                    if hostname == nil { try await Task.sleep(for: .milliseconds(100)) }
                }
                #expect(hostname == "shellhost")
                try await checkAnswers(of: guest)
                try await guest.setPassword("secret", ofUser: "ada", .encrypted)
                try await talking.read(until: "agent: password c2VjcmV0")
                try await guest.setAuthorizedSSHKeys(["ssh-ed25519 AAAB"], ofUser: "ada", .append)
                try await talking.read(until: "agent: add ssh-ed25519 AAAB")
                try await guest.setGuestTime(Date(timeIntervalSince1970: 1_700_000_000))
                try await talking.read(until: "agent: time 1700000000000000000")
                try await guest.setGuestVirtualCPUs([0], isOnline: true)
                try await talking.read(until: "agent: processors")
                try await guest.trimFileSystems(minimum: .mebibytes(1))
                try await talking.read(until: "agent: trim 1048576")

                try await guest.sleep(.memory)
                #expect(try await guest.state().state == .pmSuspended)
                try await guest.wake()
                #expect(try await guest.state().state == .running)
            }
        }

        private func checkAnswers(of guest: Domain) async throws {
            #expect(try await guest.guestTime() == Date(timeIntervalSince1970: 1_600_000_000.5))
            let view = try await guest.guestVirtualCPUs()
            #expect(view.online == [0])
            #expect(view.offlinable == [])
            #expect(try await guest.guestVirtualCPUCount() == 1)
            #expect(try await guest.authorizedSSHKeys(ofUser: "ada") == ["ssh-ed25519 AAAA"])
            #expect(try await guest.freezeFileSystems() == 2)
            #expect(try await guest.thawFileSystems() == 2)
            #expect(try await guest.mounts().map(\.mountPoint) == ["/"])
            let address = GuestInterface.Address(type: .ipv4, address: "10.0.2.15", prefix: 24)
            #expect(try await guest.interfaceAddresses(from: .agent).first?.addresses == [address])

            let info = try await guest.guestInfo()
            #expect(info.hostname == "shellhost")
            #expect(info.system.id == "strata")
            #expect(info.users.first?.loginTime == Date(timeIntervalSince1970: 1500))
            #expect(info.timeZoneOffset == .seconds(3600))
            #expect(info.fileSystems.first?.total == .bytes(4096))
            #expect(info.interfaces.first?.hardwareAddress == "52:54:00:00:00:01")
            #expect(info.others.isEmpty)
        }

        @Test func aGuestWithoutAnAgentIsNotWaitedFor() async throws {
            try await TalkingGuest.with("d1-mute", change: Self.withChannel) { talking in
                let error = await #expect(throws: LibvirtError.self) { _ = try await talking.guest.guestInfo() }
                #expect(error?.code == .agentUnresponsive)
                #expect(error?.hint != nil)
            }
        }

        private static func withChannel(_ xml: String) -> String {
            xml.replacing("<devices>", with: "<pm><suspend-to-mem enabled='yes'/></pm><devices>")
                .replacing(
                    "</devices>",
                    with: """
                        <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel></devices>
                        """)
        }

        /// Speaks the agent's protocol, one command and one answer a line, and tells on the console what it was told.
        private static let agent = #"""
            stty -echo; exec 3<>$(ls /dev/vport*p1)
            r() { echo "{\"return\":$1}" >&3; }
            v() { x=${l#*\"$1\":}; x=${x#\"}; x=${x%%[\",\}]*}; }
            (echo agent: ready; while read -r l <&3; do case "$l" in
            *guest-sync*) v id; r $x;;
            *get-host-name*) r '{"host-name":"shellhost"}';;
            *get-time\"*) r 1600000000500000000;;
            *set-time*) v time; echo agent: time $x; r '{}';;
            *get-osinfo*) r '{"id":"strata","name":"Strata"}';;
            *get-users*) r '[{"user":"ada","login-time":1500.0}]';;
            *get-timezone*) r '{"zone":"CET","offset":3600}';;
            *get-fsinfo*) r '[{"name":"vda1","mountpoint":"/","type":"ext4","disk":[],"total-bytes":4096,"used-bytes":5}]';;
            *get-vcpus*) r '[{"logical-id":0,"online":true,"can-offline":false}]';;
            *set-vcpus*) echo agent: processors; r 1;;
            *ssh-get*) r '{"keys":["ssh-ed25519 AAAA"]}';;
            *ssh-add*) v keys; x=${l#*\"keys\":[\"}; echo agent: add ${x%%\"*}; r '{}';;
            *set-user-password*) v password; echo agent: password $x; r '{}';;
            *fsfreeze-freeze*|*fsfreeze-thaw*) r 2;;
            *fstrim*) v minimum; echo agent: trim $x; r '{"paths":[]}';;
            *network-get*) r '[{"name":"eth0","hardware-address":"52:54:00:00:00:01","ip-addresses":[{"ip-address-type":"ipv4","ip-address":"10.0.2.15","prefix":24}]}]';;
            *suspend-ram*) echo mem > /sys/power/state;;
            *) echo '{"error":{"class":"CommandNotFound","desc":"no such command"}}' >&3;;
            esac; done)
            """#
    }
}
