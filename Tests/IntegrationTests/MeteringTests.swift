import Foundation
import Strata
import Testing
import TestSupport

extension RealGuests {
    /// What is measured, on real QEMU in emulation.
    @Suite("Metering") struct MeteringTests {
        @Test func aGuestThatComputesShowsInItsOwnCodeAndTheSumsHold() async throws {
            try await withWorking("meter-burn", "yes > /dev/null &") { host, _ in
                let (begin, end, usage) = try await measure(host, over: .seconds(4))
                let cpu = try #require(usage.guests.first { $0.name == "meter-burn" }?.cpu)
                let code = try #require(cpu.guest)
                #expect(code > 0.1)
                #expect(code > 0.9 * cpu.total)
                #expect(usage.notes.contains { $0.hasPrefix("emulation:") })

                // The parts against the kernel's total, and that against the clock.
                let whole = try #require(usage.host?.cpu)
                let sum = whole.parts.reduce(0) { $0 + $1.amount }
                #expect(abs(sum / whole.total - 1) < 0.02)
                let processors = Double(try #require(usage.host?.processors))
                #expect(abs(whole.total / (usage.seconds * processors) - 1) < 0.02)
                let memory = try #require(usage.host?.memory)
                #expect(abs(memory.parts.reduce(0) { $0 + $1.amount } / memory.total - 1) < 0.02)

                // The threads' sum against libvirt's own account of the same guest.
                let first = try #require(begin.guests.first { $0.name == "meter-burn" }?.cpuSeconds)
                let last = try #require(end.guests.first { $0.name == "meter-burn" }?.cpuSeconds)
                #expect(abs(cpu.total * usage.seconds - (last - first)) < 0.05 * (last - first) + 0.02)
            }
        }

        @Test func memoryIsToldApartFromWhatTheVMMNeeds() async throws {
            try await withWorking("meter-memory", "true") { host, _ in
                let usage = try await measure(host, over: .milliseconds(200)).2
                let memory = try #require(usage.guests.first { $0.name == "meter-memory" }?.memory)
                let process = try #require(memory.process)
                let given = try #require(memory.given)
                #expect(process.guest > .mebibytes(32))
                #expect(process.guest <= given)
                #expect(process.own > .mebibytes(8))
                #expect(process.pageTables > .zero)
                #expect(try #require(memory.resident).bytes > process.guest.bytes)
            }
        }

        /// Byte for byte: how fast each guest is depends on what else the machine does.
        ///
        /// The emulated disk moves its data through the port, as its drivers do without DMA: in emulation that is what
        /// tells it from virtio, for there a request of its own can even cost less.
        @Test func anEmulatedDiskCostsTheVMMMoreThanAParavirtualOne() async throws {
            let emulated = try await costPerByte("meter-ide", bus: "ide", target: "hda", device: "sda")
            let paravirtual = try await costPerByte("meter-virtio", bus: "virtio", target: "vda", device: "vda")
            #expect(emulated.vmm > 2 * paravirtual.vmm, "\(emulated) \(paravirtual)")
            #expect(emulated.total > 2 * paravirtual.total, "\(emulated) \(paravirtual)")
        }

        @Test func aGuestWhoseHypervisorHangsHoldsNothingUpAndIsShownAsBusy() async throws {
            try await withWorking("meter-hung", "true") { host, _ in
                var meter = Meter(host.readOnly)
                let begin = try await meter.sample()
                let process = try #require(begin.guests.first { $0.name == "meter-hung" }?.process)
                kill(pid_t(process.id), SIGSTOP)
                defer { kill(pid_t(process.id), SIGCONT) }
                let end = try await meter.sample()
                let hung = try #require(end.guests.first { $0.name == "meter-hung" })
                #expect(hung.isBusy)
                #expect(hung.process?.id == process.id)
                #expect(hung.unavailable["memory.resident"]?.contains("does not answer") == true)
                let usage = Usage(from: begin, to: end)
                #expect(usage.host != nil)
            }
        }

        @Test func aGuestThatEndsBetweenTwoSamplesIsShownAsGone() async throws {
            try await withWorking("meter-gone", "true") { host, guest in
                var meter = Meter(host.readOnly)
                let begin = try await meter.sample()
                try await guest.forceOff()
                let usage = Usage(from: begin, to: try await meter.sample())
                let gone = try #require(usage.guests.first { $0.name == "meter-gone" })
                #expect(gone.state == "gone")
                #expect(usage.host != nil)
            }
        }

        private func measure(_ host: Connection, over time: Duration) async throws -> (Sample, Sample, Usage) {
            var meter = Meter(host.readOnly)
            let begin = try await meter.sample()
            try await Task.sleep(for: time)
            let end = try await meter.sample(.memoryMaps)
            return (begin, end, Usage(from: begin, to: end))
        }

        /// Seconds of processor time for a gibibyte that the guest reads.
        private func costPerByte(
            _ name: String, bus: String, target: String, device: String
        ) async throws -> (vmm: Double, total: Double) {
            try await withTemporaryFolder { folder in
                let image = folder.appending(path: "disk.raw").path
                try Data(repeating: 0x5A, count: 16 << 20).write(to: URL(fileURLWithPath: image))
                let disk = """
                    <disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='\(image)'/>
                    <target dev='\(target)' bus='\(bus)'/></disk>
                    """
                let work =
                    "while true; do dd if=/dev/\(device) of=/dev/null bs=64k count=99 iflag=direct; done 2>/tmp/log &"
                var cost = (vmm: 0.0, total: 0.0)
                try await withWorking(name, work, disk: disk) { host, _ in
                    let usage = try await measure(host, over: .seconds(4)).2
                    let guest = try #require(usage.guests.first { $0.name == name })
                    let cpu = try #require(guest.cpu)
                    let gibibytes = try #require(guest.disks.first).bytesRead / 0x1p30
                    try #require(gibibytes > 0)
                    cost = ((try #require(cpu.vmm) + (try #require(cpu.kernel))) / gibibytes, cpu.total / gibibytes)
                }
                return cost
            }
        }

        /// A guest in emulation that has been told to do something, until `body` is done with it.
        private func withWorking(
            _ name: String, _ work: String, disk: String = "", _ body: (Connection, Domain) async throws -> Void
        ) async throws {
            try await RealGuests.withGuests(name) { host in
                let definition = try await Tool.strata.run("render", RealGuests.example("hello")).output
                let xml = definition.replacingOccurrences(of: "<name>hello<", with: "<name>\(name)<")
                    .replacingOccurrences(of: "type='kvm'", with: "type='qemu'")
                    .replacingOccurrences(of: "console=ttyS0", with: "console=ttyS0 libata.dma=0")
                    .replacingOccurrences(of: "<devices>", with: "<devices>" + disk)
                let guest = try await host.createTransient(xml, .paused)
                let console = try await guest.openConsole()
                try await guest.resume()
                var text = ""
                func read(until wanted: String) async throws {
                    while !text.contains(wanted), let bytes = try await console.next() {
                        text += String(decoding: bytes, as: UTF8.self)
                    }
                }
                try await read(until: "STRATA HELLO")
                try await console.write(work + "\necho working=$((40+2))\n")
                try await read(until: "working=42")
                try await body(host, guest)
                await console.close()
            }
        }
    }
}
