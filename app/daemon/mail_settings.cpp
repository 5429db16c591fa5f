// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/mail_settings.h"

#include "services/core/email_address.h"
#include "services/organizations/customer_links.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace tenantry::daemon {

namespace {

Result<QString> passwordIn(const QString &fileName) {
  QFile file(fileName);
  if (!file.open(QIODevice::ReadOnly))
    return fail(
        u"mail.password_unreadable"_s,
        u"The file with the mail server's password cannot be read: %1."_s.arg(file.errorString()),
        {fileName, 0, 0, {}});
  constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                          QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
  if (file.permissions() & others)
    return fail(
        u"mail.password_unsafe"_s,
        u"Others can read the file with the mail server's password; restrict it with chmod 600."_s,
        {fileName, 0, 0, {}});
  QString password = QString::fromUtf8(file.read(4096));
  while (password.endsWith(u'\n') || password.endsWith(u'\r'))
    password.chop(1);
  return password;
}

} // namespace

Result<QString> publicUrl(const MailOptions &options) {
  if (options.publicUrl.empty())
    return QString();
  return organizations::pagesAddress(QString::fromStdString(options.publicUrl));
}

Result<std::optional<automation::DeliverySettings>> mailSettings(const MailOptions &options) {
  if (options.server.empty())
    return std::optional<automation::DeliverySettings>();
  automation::DeliverySettings settings;
  settings.server.url = QString::fromStdString(options.server);
  TENANTRY_CHECK(automation::checkServer(settings.server.url));
  if (options.from.empty() || options.publicUrl.empty())
    return fail(u"mail.option_missing"_s,
                u"Mails need a sender and links: give --mail-from and --public-url with --smtp."_s);
  TENANTRY_TRY(from, EmailAddress::parse(QString::fromStdString(options.from)));
  settings.from = from.toString();
  TENANTRY_TRY(pages, publicUrl(options));
  settings.publicUrl = pages;
  settings.connections = options.connections;
  settings.server.authorities = QString::fromStdString(options.authorities);
  if (!options.authorities.empty() && !QFile(settings.server.authorities).open(QIODevice::ReadOnly))
    return fail(
        u"mail.authorities_unreadable"_s,
        u"The file with the certificates that the mail server is trusted by cannot be read."_s,
        {settings.server.authorities, 0, 0, {}});
  if (!options.passwordFile.empty()) {
    TENANTRY_TRY(password, passwordIn(QString::fromStdString(options.passwordFile)));
    settings.server.password = password;
  }
  return std::optional(settings);
}

} // namespace tenantry::daemon
