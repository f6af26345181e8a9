import StrataLayers

/// A fixed way that the drawing is checked with.
enum SamplePath {
    static var disk: RequestPath {
        RequestPath(
            guest: "web", device: "vda", kind: .disk, style: .paravirtual, guestStyle: .kvm, seconds: 2,
            hops: [
                .init(
                    .guestDriver, "virtio_blk", by: .guest, answer: [.contextSwitch("an interrupt")],
                    unavailable: ["measured": "only the guest's own system counts here"]),
                .init(
                    .image, "/srv/<web> & \"more\".qcow2", by: .vmm, details: ["format qcow2", "top of a chain of 2"],
                    request: [.copy("the first write"), .contextSwitch("a system call")],
                    counter: .init(.guestDisk, "vda"),
                    measured: HopMeasurement(
                        requests: 12.25, bytesDown: 4096, bytesUp: 1_258_291, latency: 0.000_42, exits: 900)),
                .init(
                    .hardware, "sda", by: .hardware, counter: .init(.blockDevice, "sda"),
                    measured: HopMeasurement(requests: 3, bytesDown: 0, bytesUp: 0)),
            ])
    }
}
