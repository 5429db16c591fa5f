// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/customer_links.h"

#include "services/store/events.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUrl>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::organizations {

namespace {

constexpr qsizetype organizationBytes = 16;
constexpr std::size_t randomWords = 6; // of 32 bits
constexpr qsizetype tokenBytes = organizationBytes + qsizetype(randomWords * 4);
constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray digestOf(const QByteArray &token) {
  return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

/// The organization that the token names; the null one where it is none, so that as much is done
/// for that as for any other.
OrganizationId organizationOf(const QByteArray &token) {
  const auto decoded =
      QByteArray::fromBase64Encoding(token, encoding | QByteArray::AbortOnBase64DecodingErrors);
  if (!decoded || decoded.decoded.size() != tokenBytes ||
      decoded.decoded.toBase64(encoding) != token)
    return {};
  return OrganizationId(QUuid::fromRfc4122(decoded.decoded.left(organizationBytes)));
}

QByteArray makeToken(const OrganizationId &organization) {
  std::array<quint32, randomWords> random{};
  QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
  return (organization.uuid().toRfc4122() +
          QByteArray(reinterpret_cast<const char *>(random.data()), qsizetype(sizeof random)))
      .toBase64(encoding);
}

QByteArray derivedToken(const OrganizationId &organization, const QByteArray &parent,
                        const QUuid &occasion) {
  const auto word = digestOf("return of " + parent + ' ' + occasion.toRfc4122());
  return (organization.uuid().toRfc4122() + word.left(tokenBytes - organizationBytes))
      .toBase64(encoding);
}

QString nameOf(LinkPurpose purpose) {
  switch (purpose) {
  case LinkPurpose::Invoice:
    return u"invoice"_s;
  case LinkPurpose::Return:
    return u"return"_s;
  case LinkPurpose::Account:
    break;
  }
  return u"account"_s;
}

LinkPurpose purposeOf(const QString &name) {
  if (name == "invoice"_L1)
    return LinkPurpose::Invoice;
  return name == "account"_L1 ? LinkPurpose::Account : LinkPurpose::Return;
}

} // namespace

Result<QByteArray> CustomerLinks::issue(const CustomerLink &link) {
  const auto now = m_session.clock.now();
  if (link.expiresAt <= now)
    return fail(u"customer_link.expired"_s, u"A link must be valid for some time to come."_s);
  const auto token = makeToken(link.organization);
  return m_session.database.transaction([&]() -> Result<QByteArray> {
    TENANTRY_CHECK(store::lockOrganization(m_session, link.organization));
    TENANTRY_CHECK(
        m_session.database.execute("customer_link_add", {{"organization", link.organization},
                                                         {"digest", digestOf(token)},
                                                         {"purpose", nameOf(link.purpose)},
                                                         {"invoice", link.invoice},
                                                         {"now", now},
                                                         {"actor", m_session.actor},
                                                         {"expires_at", link.expiresAt}}));
    return token;
  });
}

Result<QByteArray> CustomerLinks::issueReturn(const OrganizationId &organization,
                                              const QByteArray &parent, const QUuid &occasion,
                                              Instant expiresAt) {
  const auto token = derivedToken(organization, parent, occasion);
  TENANTRY_CHECK(
      m_session.database.execute("customer_link_keep", {{"organization", organization},
                                                        {"digest", digestOf(token)},
                                                        {"purpose", nameOf(LinkPurpose::Return)},
                                                        {"now", m_session.clock.now()},
                                                        {"actor", m_session.actor},
                                                        {"expires_at", expiresAt}}));
  return token;
}

Result<std::optional<CustomerLink>> CustomerLinks::find(const QByteArray &token) {
  CustomerLink link{organizationOf(token), {}, {}, {}};
  TENANTRY_CHECK(m_session.database.enterOrganization(link.organization));
  TENANTRY_TRY(row, (m_session.database.one<QString, std::optional<QUuid>, Instant>(
                        "customer_link_find", {{"organization", link.organization},
                                               {"digest", digestOf(token)},
                                               {"now", m_session.clock.now()}})));
  if (!row)
    return std::optional<CustomerLink>{};
  const auto &[purpose, invoice, expiresAt] = *row;
  link.purpose = purposeOf(purpose);
  if (invoice)
    link.invoice = InvoiceId(*invoice);
  link.expiresAt = expiresAt;
  return std::optional(link);
}

Result<> CustomerLinks::revoke(const OrganizationId &organization, const QByteArray &token) {
  TENANTRY_CHECK(
      m_session.database.execute("customer_link_revoke", {{"organization", organization},
                                                          {"digest", digestOf(token)},
                                                          {"now", m_session.clock.now()}}));
  return {};
}

Result<std::int64_t> CustomerLinks::revokeAll(const OrganizationId &organization) {
  return m_session.database.execute(
      "customer_links_revoke", {{"organization", organization}, {"now", m_session.clock.now()}});
}

QString pathOf(LinkPurpose purpose, const QByteArray &token) {
  return u"/%1/%2"_s.arg(nameOf(purpose), QString::fromLatin1(token));
}

Result<QString> pagesAddress(const QString &text) {
  const QUrl url(text, QUrl::StrictMode);
  const bool isGood = url.isValid() && !url.host().isEmpty() &&
                      (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) &&
                      (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery() &&
                      !url.hasFragment();
  if (!isGood)
    return fail(u"customer_link.address_invalid"_s,
                u"Write the address of the pages like https://pay.example.com."_s);
  return text.endsWith(u'/') ? text.chopped(1) : text;
}

} // namespace tenantry::organizations
