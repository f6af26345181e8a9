/// Two things in a definition that cannot both be.
private struct Contradiction: Sendable {
    /// Finds the element and what to say of it.
    let find: @Sendable (DomainDocument) -> (XMLNode, message: String, remedy: String)?
}

extension DomainCheck {
    /// Parts of one definition that do not fit together.
    static let contradictions = DomainCheck { domain, _ in
        rules.compactMap { $0.find(domain) }.map { $0.0.finding(.contradiction, $0.message, remedy: $0.remedy) }
    }

    private static let rules = [
        Contradiction { domain in
            guard let node = domain.node.first("currentMemory"), let now = domain.amount("currentMemory"),
                let most = domain.amount("memory"), now > most, domain.node.first("cpu/numa/cell") == nil
            else { return nil }
            return (node, "the current memory is more than the memory", "lower <currentMemory>, or raise <memory>")
        },
        Contradiction { domain in
            guard let node = domain.node.first("maxMemory"), let most = domain.amount("maxMemory"),
                let memory = domain.amount("memory"), memory > most
            else { return nil }
            return (node, "the memory is more than the most that can be plugged in", "raise <maxMemory>")
        },
        Contradiction { domain in
            guard let node = domain.node.first("vcpu"), let most = domain.number("vcpu"),
                let now = domain.number("vcpu/@current"), now > most
            else { return nil }
            return (node, "\(now) processors are to be plugged in, of \(most)", "lower current, or raise <vcpu>")
        },
        Contradiction { domain in
            guard let topology = domain.node.first("cpu/topology"), let vcpus = domain.number("vcpu") else {
                return nil
            }
            let counts = ["sockets", "dies", "clusters", "cores", "threads"].map { name in
                topology.attribute(name).map { Int($0.trimmed) } ?? 1
            }
            guard !counts.contains(nil) else { return nil }
            let product = counts.compactMap(\.self).reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
            guard product != vcpus else { return nil }
            return (
                topology, "the topology has \(product) processors, the guest \(vcpus)",
                "make sockets × dies × cores × threads the number in <vcpu>"
            )
        },
        Contradiction { domain in
            guard let boot = domain.node.first("os/boot"),
                let device = domain.node.all("devices").flatMap(\.elements).first(where: { $0.first("boot") != nil })
            else { return nil }
            return (
                boot, "the boot order is said here and at the <\(device.name)> in line \(device.line)",
                "keep either <boot dev='…'/> in <os> or <boot order='…'/> at the devices"
            )
        },
        Contradiction { domain in
            guard let vcpus = domain.number("vcpu"),
                let pin = domain.node.all("cputune/vcpupin").first(where: {
                    $0.attribute("vcpu").flatMap { Int($0.trimmed) }.map { $0 >= vcpus } ?? false
                })
            else { return nil }
            return (pin, "there is no processor of that number, of \(vcpus) counted from 0", "remove the <vcpupin>")
        },
        Contradiction { domain in
            let threads = domain.number("iothreads") ?? domain.node.all("iothreadids/iothread").count
            let ids = Set(domain.node.all("iothreadids/iothread").compactMap { $0.attribute("id") })
            let known = ids.isEmpty && threads > 0 ? Set((1...min(threads, 4096)).map(String.init)) : ids
            guard threads == 0 || ids.isEmpty || ids.count >= threads else { return nil }
            let drivers = domain.node.all("devices/disk/driver") + domain.node.all("devices/controller/driver")
            guard let driver = drivers.first(where: { $0.attribute("iothread").map { !known.contains($0) } ?? false })
            else { return nil }
            return (driver, "there is no I/O thread of that number", "raise <iothreads>, or name one that is there")
        },
    ]
}

extension DomainDocument {
    fileprivate func amount(_ path: String) -> UInt64? {
        guard let node = node.first(path) else { return nil }
        return ValueKind.bytes(
            in: ValueKind.amount(unit: "KiB").value(node.text, unit: node.attribute("unit") ?? "KiB").meaning)
    }

    fileprivate func number(_ path: String) -> Int? { node.value(path).flatMap { Int($0.trimmed) } }
}
