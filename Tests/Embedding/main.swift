import Libvirt
import LibvirtXML

let host = try await Connection.open(CommandLine.arguments[1])  // such as qemu:///system
var definition = try DomainDocument(contentsOf: CommandLine.arguments[2])  // such as domains/web.xml
definition.memory = .mebibytes(256)
let guest = try await host.define(definition.resolvingPaths().xml)
let events = try await host.domainEvents(.lifecycle).subscribe()
try await guest.start()
if let event = try await events.next() { print(event.domain.name, event.kind, try await guest.info().memory) }
