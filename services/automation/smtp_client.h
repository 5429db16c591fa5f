// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <QByteArray>
#include <chrono>
#include <memory>

namespace tenantry::automation {

struct SmtpServer {
  QString url;         ///< smtp://user@mail.example.com:587 or smtps://…
  QString password;    ///< of the user in the URL
  QString authorities; ///< a file of certificates that are trusted instead of the system's
  std::chrono::seconds connectLimit{15};
  std::chrono::seconds answerLimit{60}; ///< for each answer of the server
  std::chrono::seconds limit{300};      ///< for a mail as a whole
};

/// Error `mail.server_invalid`: it is no such URL.
[[nodiscard]] Result<> checkServer(const QString &url);

/// What became of a mail that was given to the server.
enum class Handover {
  Accepted,
  RecipientRefused, ///< for good: no such mailbox, or not for us
  MessageRefused,   ///< for good: the server will not have this message
  Later,            ///< the server asks to come back
  Unanswered,       ///< all of it was sent, no answer came: it may have been accepted
  NotReached        ///< no connection, or the server will not talk to us: the same for every mail
};

struct SmtpOutcome {
  Handover handover = Handover::NotReached;
  bool hasBegun = false; ///< the server was asked about this mail: the connection itself stood
  bool isUnknownMailbox = false; ///< refused with the status 5.1.1 (RFC 3463)
  QString said;                  ///< the server's last words, or what kept us from it
};

/// Gives mails to a server (RFC 5321), one after the other on one connection where it lasts. TLS is
/// used where the server has it, and required where the server is not on this machine.
class SmtpClient {
public:
  explicit SmtpClient(SmtpServer server);
  ~SmtpClient();
  SmtpClient(const SmtpClient &) = delete;
  SmtpClient &operator=(const SmtpClient &) = delete;

  [[nodiscard]] SmtpOutcome send(const QString &from, const QString &to, const QByteArray &message);

private:
  struct Data;
  struct Try;
  [[nodiscard]] SmtpOutcome tryOnce(const QString &from, const QString &to, Try &one);
  std::unique_ptr<Data> m_data;
};

} // namespace tenantry::automation
