// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/smtp_client.h"

#include <QFile>
#include <QRegularExpression>
#include <QUrl>
#include <array>
#include <cstring>
#include <curl/curl.h>
#include <mutex>

using namespace Qt::StringLiterals;

namespace tenantry::automation {

namespace {

/// What was said on the connection; libcurl tells its result in less detail.
struct Talk {
  QByteArray command; ///< the last one of ours, its first word
  QByteArray reply;   ///< the last line of the server's
  bool hasBegun = false;
  bool isOver = false;
};

struct Upload {
  const QByteArray *message = nullptr;
  qsizetype sent = 0;
};

void startCurl() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

int listen(CURL *, curl_infotype type, char *data, size_t size, void *user) {
  auto &talk = *static_cast<Talk *>(user);
  const QByteArray line = QByteArray(data, static_cast<qsizetype>(size)).trimmed();
  talk.isOver = talk.isOver || (type == CURLINFO_HEADER_OUT && line == "QUIT");
  if (talk.isOver) // its farewell says nothing of the mail
    return 0;
  if (type == CURLINFO_HEADER_OUT) {
    talk.command = line.left(4).toUpper();
    talk.hasBegun = talk.hasBegun || talk.command == "MAIL";
    talk.reply.clear();
  } else if (type == CURLINFO_HEADER_IN) {
    talk.reply = line;
  } else if (type == CURLINFO_DATA_OUT) {
    talk.reply.clear();
  }
  return 0;
}

size_t upload(char *buffer, size_t size, size_t count, void *user) {
  auto &state = *static_cast<Upload *>(user);
  const auto part =
      std::min(static_cast<qsizetype>(size * count), state.message->size() - state.sent);
  std::memcpy(buffer, state.message->constData() + state.sent, static_cast<size_t>(part));
  state.sent += part;
  return static_cast<size_t>(part);
}

bool isOnThisMachine(const QString &host) {
  static const QRegularExpression loopback(u"^(localhost|127(\\.\\d{1,3}){3}|::1)$"_s);
  return loopback.match(host).hasMatch();
}

SmtpOutcome outcomeOf(CURLcode code, const Talk &talk, const Upload &state, const char *problem) {
  static const QRegularExpression line(u"^([245])\\d\\d[ -](?:(\\d\\.\\d{1,3}\\.\\d{1,3}) )?"_s);
  // RFC 1870, section 6: all else that is said to MAIL is about us, and the same for every mail.
  static const QRegularExpression aboutSize(u"^(552|452)[ -]|^[45]\\d\\d[ -][45]\\.3\\.4 "_s);
  const QString said = QString::fromUtf8(talk.reply).left(300);
  const auto match = line.match(said);
  const QString kind = match.captured(1);
  SmtpOutcome outcome{Handover::NotReached, talk.hasBegun, false, said};
  // A server that was content says nothing of a certificate that is not, or of TLS that it lacks.
  if (kind != "4"_L1 && kind != "5"_L1)
    outcome.said = QString::fromUtf8(*problem ? problem : curl_easy_strerror(code));
  const bool isAll = state.sent == state.message->size() && !state.message->isEmpty();
  if (code == CURLE_OK)
    outcome.handover = Handover::Accepted;
  else if (isAll && kind.isEmpty())
    outcome.handover = Handover::Unanswered;
  else if (talk.command == "MAIL" && aboutSize.match(said).hasMatch())
    outcome.handover = kind == "5"_L1 ? Handover::MessageRefused : Handover::Later;
  else if (talk.command == "RCPT" && kind == "5"_L1) {
    outcome.handover = Handover::RecipientRefused;
    outcome.isUnknownMailbox = match.captured(2) == "5.1.1"_L1;
  } else if ((isAll || talk.command == "DATA") && kind == "5"_L1)
    outcome.handover = Handover::MessageRefused;
  else if ((isAll || talk.command == "RCPT" || talk.command == "DATA") && kind == "4"_L1)
    outcome.handover = Handover::Later;
  return outcome;
}

} // namespace

struct SmtpClient::Data {
  SmtpServer server;
  CURL *curl = nullptr;
};

Result<> checkServer(const QString &url) {
  const QUrl server(url, QUrl::StrictMode);
  const bool isGood = server.isValid() && !server.host().isEmpty() && server.password().isEmpty() &&
                      (server.scheme() == "smtp"_L1 || server.scheme() == "smtps"_L1) &&
                      (server.path().isEmpty() || server.path() == "/"_L1) && !server.hasQuery() &&
                      !server.hasFragment();
  if (!isGood)
    return fail(u"mail.server_invalid"_s,
                u"Write the mail server like smtp://user@mail.example.com:587 or "
                u"smtps://…; put its password into a file."_s);
  return {};
}

SmtpClient::SmtpClient(SmtpServer server) : m_data(std::make_unique<Data>()) {
  startCurl();
  m_data->server = std::move(server);
  m_data->curl = curl_easy_init();
  if (m_data->curl == nullptr)
    throw ProgrammingError("libcurl has no handle");
}

SmtpClient::~SmtpClient() { curl_easy_cleanup(m_data->curl); }

/// One go at giving a mail to the server.
struct SmtpClient::Try {
  Upload state;
  bool onNewConnection = false;
  bool wasKept = false; ///< afterwards: on a connection that had been used before
};

// A kept connection may be gone, or have carried as many mails as its server allows: as long as
// nothing of the mail was sent, a new one decides.
SmtpOutcome SmtpClient::send(const QString &from, const QString &to, const QByteArray &message) {
  Try one{{&message, 0}};
  auto outcome = tryOnce(from, to, one);
  if (outcome.handover != Handover::NotReached || !one.wasKept || one.state.sent > 0)
    return outcome;
  Try again{{&message, 0}, true};
  return tryOnce(from, to, again);
}

SmtpOutcome SmtpClient::tryOnce(const QString &from, const QString &to, Try &one) {
  CURL *curl = m_data->curl;
  const SmtpServer &server = m_data->server;
  curl_easy_reset(curl); // keeps the connection
  Talk talk;
  std::array<char, CURL_ERROR_SIZE> problem{};
  QUrl url(server.url);
  const QByteArray user = url.userName().toUtf8();
  url.setUserName({});
  const QByteArray address = url.toEncoded();
  const QByteArray password = server.password.toUtf8();
  curl_easy_setopt(curl, CURLOPT_URL, address.constData());
  if (!user.isEmpty()) {
    curl_easy_setopt(curl, CURLOPT_USERNAME, user.constData());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, password.constData());
  }
  curl_easy_setopt(curl, CURLOPT_USE_SSL,
                   long(isOnThisMachine(url.host()) ? CURLUSESSL_TRY : CURLUSESSL_ALL));
  const QByteArray authorities = QFile::encodeName(server.authorities);
  if (!authorities.isEmpty()) {
    curl_easy_setopt(curl, CURLOPT_CAINFO, authorities.constData());
    curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
  }
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, long(server.connectLimit.count()));
  curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, long(server.answerLimit.count()));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, long(server.limit.count()));
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, problem.data());
  curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L); // for listen
  curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, listen);
  curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &talk);
  const QByteArray sender = from.toUtf8();
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, sender.constData());
  curl_slist *recipients = curl_slist_append(nullptr, to.toUtf8().constData());
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, upload);
  curl_easy_setopt(curl, CURLOPT_READDATA, &one.state);
  curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, curl_off_t(one.state.message->size()));
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, long(one.onNewConnection));
  const CURLcode code = curl_easy_perform(curl);
  curl_slist_free_all(recipients);
  long made = 1;
  curl_easy_getinfo(curl, CURLINFO_NUM_CONNECTS, &made);
  one.wasKept = made == 0;
  return outcomeOf(code, talk, one.state, problem.data());
}

} // namespace tenantry::automation
