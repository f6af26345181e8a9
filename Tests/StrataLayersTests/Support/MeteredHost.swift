import Quantities
import Testing

@testable import StrataLayers

/// The recorded host of the metering tests, and how its counters go on from there.
struct MeteredHost {
    static let web = "7831bc12-a8df-465b-a526-38ca83526435"
    static let old = "bf3085c6-00ca-4656-866c-db858c9694f4"

    let host: RecordedHost
    private(set) var meter: HostMeter

    static func with(_ body: (inout MeteredHost) throws -> Void) throws {
        try withRecordedHost("metering") { recorded in
            // The words of a command line end with NULs, which a recording cannot have.
            try recorded.write(
                ["qemu-system-x86_64", "-m", "512", "-uuid", web, ""].joined(separator: "\0"), to: "/proc/2000/cmdline")
            try recorded.write(
                ["qemu-system-x86_64", "-m", "256", "-uuid", old, ""].joined(separator: "\0"), to: "/proc/3000/cmdline")
            var metered = MeteredHost(host: recorded, meter: HostMeter(files: HostFiles(root: recorded.root)))
            try body(&metered)
        }
    }

    /// Begins with another meter: a meter looks for some things only once.
    mutating func lookAgain() { meter = HostMeter(files: HostFiles(root: host.root)) }

    /// What the meter reads now, at that time.
    mutating func sample(at time: Double, _ detail: Sample.Detail = []) -> Sample {
        var sample = Sample(
            time: time,
            guests: [
                GuestCounters(name: "old", uuid: Self.old, vcpus: [VCPUCounters(number: 0)]),
                GuestCounters(name: "web", uuid: Self.web, vcpus: [VCPUCounters(number: 0), VCPUCounters(number: 1)]),
            ])
        meter.read(into: &sample, detail)
        sample.time = time
        return sample
    }

    /// One second of four processors: web's vCPUs in their guest half of the time each, its devices, its kernel threads,
    /// and 15 hundredths of other work.
    func passOneSecond() throws {
        try host.write(
            "cpu  100155 1000 20045 300180 4000 500 1515 205 60100 0\ncpu0 0\ncpu1 0\ncpu2 0\ncpu3 0\n",
            to: "/proc/stat")
        try write(800, "libvirtd", user: 305, system: 105)
        try write(2000, "qemu-system-x86", user: 40130, system: 9030, guest: 30100, threads: 6)
        for id in [2002, 2003] {
            try write(2000, thread: id, "CPU \(id - 2002)/KVM", user: 17055, system: 2005, guest: 15050)
            try host.write("190600000000 5250000000 1100", to: "/proc/2000/task/\(id)/schedstat")
        }
        try write(2000, thread: 2004, "IO iothread1", user: 1010, system: 1000)
        try host.write("20100000000 1000000000 1000", to: "/proc/2000/task/2004/schedstat")
        try write(2000, thread: 2005, "vhost-2000", user: 0, system: 510)
        try host.write("5100000000 0 1000", to: "/proc/2000/task/2005/schedstat")
    }

    func write(
        _ process: Int, thread: Int? = nil, _ name: String, user: Int, system: Int, guest: Int = 0, threads: Int = 1,
        began: Int? = nil
    ) throws {
        let start = began ?? (process == 2000 ? 60000 : process == 3000 ? 90000 : 900)
        let zeros = [String](repeating: "0", count: 18).joined(separator: " ")
        let folder = "/proc/\(process)" + (thread.map { "/task/\($0)" } ?? "")
        try host.write(
            "\(thread ?? process) (\(name)) S 1 1 1 0 -1 0 0 0 0 0 \(user) \(system) 0 0 20 0 \(threads) 0 \(start) 0 1 "
                + "\(zeros) \(guest) 0 0\n", to: folder + "/stat")
    }
}
