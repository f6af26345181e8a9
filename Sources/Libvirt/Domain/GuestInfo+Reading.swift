internal import FoundationEssentials
internal import Quantities

extension GuestInfo {
    /// Reads libvirt's list of named values, such as `fs.0.disk.1.alias`.
    init(_ parameters: TypedParameters) {
        for element in parameters.elements {
            let name = element.name.rawValue
            let path = name.split(separator: ".").map(String.init)[...]
            if !take(path, element.value) { others[name] = element.value }
        }
    }

    private mutating func take(_ path: ArraySlice<String>, _ value: TypedValue) -> Bool {
        let rest = path.dropFirst()
        switch path.first {
        case "user": return users.take(rest, User()) { $0.take($1, value) }
        case "os": return system.take(rest, value)
        case "fs": return fileSystems.take(rest, FileSystem()) { $0.take($1, value) }
        case "disk": return disks.take(rest, Disk()) { $0.take($1, value) }
        case "if": return interfaces.take(rest, GuestInterface(name: "")) { $0.take($1, value) }
        case "hostname" where rest.isEmpty: hostname = value.text
        case "timezone" where rest.elementsEqual(["name"]): timeZone = value.text
        case "timezone" where rest.elementsEqual(["offset"]): timeZoneOffset = value.seconds
        default: return false
        }
        return true
    }
}

extension Array {
    /// Takes `count`, or hands what stands behind an element's number to that element.
    fileprivate mutating func take(
        _ path: ArraySlice<String>, _ empty: Element, _ body: (inout Element, ArraySlice<String>) -> Bool
    ) -> Bool {
        if path.elementsEqual(["count"]) { return true }
        guard let index = path.first.flatMap({ Int($0) }), (0..<4096).contains(index) else { return false }
        while count <= index { append(empty) }
        return body(&self[index], path.dropFirst())
    }
}

extension GuestInfo.User {
    fileprivate mutating func take(_ path: ArraySlice<String>, _ value: TypedValue) -> Bool {
        switch path.joined(separator: ".") {
        case "name": name = value.text ?? ""
        case "domain": domain = value.text
        case "login-time": loginTime = value.count.map { Date(timeIntervalSince1970: Double($0) / 1000) }
        default: return false
        }
        return true
    }
}

extension GuestInfo.System {
    fileprivate mutating func take(_ path: ArraySlice<String>, _ value: TypedValue) -> Bool {
        switch path.joined(separator: ".") {
        case "id": id = value.text
        case "name": name = value.text
        case "pretty-name": prettyName = value.text
        case "version": version = value.text
        case "version-id": versionID = value.text
        case "kernel-release": kernelRelease = value.text
        case "kernel-version": kernelVersion = value.text
        case "machine": machine = value.text
        case "variant": variant = value.text
        case "variant-id": variantID = value.text
        default: return false
        }
        return true
    }
}

extension GuestInfo.FileSystem {
    fileprivate mutating func take(_ path: ArraySlice<String>, _ value: TypedValue) -> Bool {
        if path.first == "disk" {
            return disks.take(path.dropFirst(), GuestInfo.BackingDisk()) { $0.take($1, value) }
        }
        switch path.joined(separator: ".") {
        case "mountpoint": mountPoint = value.text ?? ""
        case "name": name = value.text ?? ""
        case "fstype": type = value.text ?? ""
        case "total-bytes": total = value.count.map(ByteCount.bytes)
        case "used-bytes": used = value.count.map(ByteCount.bytes)
        default: return false
        }
        return true
    }
}

extension GuestInfo.BackingDisk {
    fileprivate mutating func take(_ path: ArraySlice<String>, _ value: TypedValue) -> Bool {
        switch path.joined(separator: ".") {
        case "alias": alias = value.text
        case "serial": serial = value.text
        case "device": device = value.text
        default: return false
        }
        return true
    }
}

extension GuestInfo.Disk {
    fileprivate mutating func take(_ path: ArraySlice<String>, _ value: TypedValue) -> Bool {
        if path.first == "dependency" {
            return dependencies.take(path.dropFirst(), "") { dependency, rest in
                guard rest.elementsEqual(["name"]) else { return false }
                dependency = value.text ?? ""
                return true
            }
        }
        switch path.joined(separator: ".") {
        case "name": name = value.text ?? ""
        case "partition": if case .boolean(let isOne) = value { isPartition = isOne }
        case "serial": serial = value.text
        case "alias": alias = value.text
        case "guest_alias": guestAlias = value.text
        default: return false
        }
        return true
    }
}

extension GuestInterface {
    fileprivate mutating func take(_ path: ArraySlice<String>, _ value: TypedValue) -> Bool {
        if path.first == "addr" {
            let empty = Address(type: .unknown(-1), address: "", prefix: 0)
            return addresses.take(path.dropFirst(), empty) { $0.take($1, value) }
        }
        switch path.joined(separator: ".") {
        case "name": name = value.text ?? ""
        case "hwaddr": hardwareAddress = value.text
        default: return false
        }
        return true
    }
}

extension GuestInterface.Address {
    fileprivate mutating func take(_ path: ArraySlice<String>, _ value: TypedValue) -> Bool {
        switch path.joined(separator: ".") {
        case "type": if let known = ["ipv4": IPAddressType.ipv4, "ipv6": .ipv6][value.text ?? ""] { type = known }
        case "addr": address = value.text ?? ""
        case "prefix": prefix = value.count.map { Int(clamping: $0) } ?? 0
        default: return false
        }
        return true
    }
}

extension TypedValue {
    fileprivate var seconds: Duration? {
        switch self {
        case .int(let value): .seconds(Int64(value))
        case .long(let value): .seconds(value)
        default: count.map { .seconds(Int64(clamping: $0)) }
        }
    }
}
