// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace tenantry::tests {

/// %1: where it is at home, %2: its ports, and of these %3: TLS from the beginning, %4: none at
/// all, %5: no AUTH PLAIN.
inline const QString eximConfig = QStringLiteral(R"(
primary_hostname = mail.localhost
keep_environment =
spool_directory = %1/spool
log_file_path = %1/spool/%slog
pid_file_path = %1/spool/pid
local_interfaces = <; 127.0.0.1
daemon_smtp_ports = %2
tls_on_connect_ports = %3
tls_advertise_hosts = ${if eq{$received_port}{%4}{}{*}}
tls_certificate = %1/cert
tls_privatekey = %1/key
auth_advertise_hosts = *
message_size_limit = 4K
queue_only
acl_smtp_rcpt = recipient
begin acl
recipient:
  deny !authenticated = *
  defer local_parts = greylisted
    message = 4.7.1 come back later
  deny local_parts = nobody
    message = 5.1.1 nobody is here
  accept
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_advertise_condition = ${if eq{$received_port}{%5}{no}{yes}}
  server_condition = ${if and{{eq{$auth2}{tenantry}}{eq{$auth3}{right}}}}
  server_set_id = $auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = ${if and{{eq{$auth1}{tenantry}}{eq{$auth2}{right}}}}
  server_set_id = $auth1
)");

} // namespace tenantry::tests
