// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/telling.h"

#include "services/core/email_address.h"
#include "services/core/log.h"
#include "services/documents/document_locale.h"

using namespace Qt::StringLiterals;

namespace tenantry::automation {

Result<bool> Telling::open() {
  TENANTRY_TRY(addressee, m_repository.addressee(m_organization));
  if (!addressee)
    return false;
  m_addressee = *addressee;
  TENANTRY_TRY(recipients, m_repository.recipients(m_organization, m_addressee));
  m_recipients = std::move(recipients);
  return true;
}

Result<> Telling::tell(std::int64_t eventSequence, const Told &told) {
  const auto mail = m_business.mails.find(told.mailTemplate);
  if (mail == m_business.mails.end())
    return {};
  for (const auto &recipient : m_recipients)
    TENANTRY_CHECK(add(eventSequence, told, mail->second, recipient));
  return {};
}

Placeholders Telling::valuesOf(const Told &told, const QString &language) const {
  const documents::DocumentLocale locale(language, m_addressee.country);
  const auto quantity = [&](Rational smallest) {
    for (int i = 0; i < told.decimals; ++i)
      smallest /= 10;
    return locale.decimal(smallest);
  };
  Placeholders values{{u"organization"_s, m_addressee.name},
                      {u"business"_s, m_business.name.in(language)},
                      {u"plan"_s, planName(m_addressee.planId, language)},
                      {u"reason"_s, reasonOf(told.declineCode, language)},
                      {u"number"_s, told.number},
                      {u"due"_s, told.due ? locale.date(*told.due) : QString()},
                      {u"metric"_s, metricName(told.metric, language)},
                      {u"used"_s, quantity(told.used)},
                      {u"limit"_s, quantity(told.limit)}};
  if (told.amount)
    values[u"amount"_s] = locale.money(*told.amount);
  if (told.ends)
    values[u"ends"_s] = locale.date(*told.ends);
  if (told.upgrade)
    addUpgrade(*told.upgrade, language, values);
  return values;
}

void Telling::addUpgrade(const ToldUpgrade &upgrade, const QString &language,
                         Placeholders &values) const {
  const documents::DocumentLocale locale(language, m_addressee.country);
  const auto difference = upgrade.then - upgrade.now;
  const auto amount = difference.minor() < 0 ? -difference : difference;
  QStringList limits;
  for (const auto &[metric, limit] : upgrade.limits)
    limits += u"%1: %2"_s.arg(metricName(metric, language), limit == business::unlimited
                                                                ? unlimitedWord(language)
                                                                : locale.decimal(Rational(limit)));
  values[u"suggested"_s] = planName(upgrade.planId, language);
  values[u"now"_s] = locale.money(upgrade.now);
  values[u"then"_s] = locale.money(upgrade.then);
  values[u"difference"_s] = differenceOf(difference.minor(), locale.money(amount), language);
  values[u"limits"_s] = limits.join(u"; "_s);
}

QString Telling::planName(const QString &id, const QString &language) const {
  const auto plan = m_business.plans.find(id);
  return plan == m_business.plans.end() ? id : plan->second.name.in(language);
}

QString Telling::metricName(const QString &id, const QString &language) const {
  const auto metric = m_business.metrics.find(id);
  return metric == m_business.metrics.end() ? QString(id).replace(u'_', u' ')
                                            : metric->second.nameIn(language);
}

Result<> Telling::add(std::int64_t eventSequence, const Told &told,
                      const business::MailTemplate &kind, const Recipient &recipient) {
  const auto address = EmailAddress::parse(recipient.email);
  if (!address) {
    spdlog::warn("no mail {} to an address of organization {}: {}", kind.id,
                 m_organization.toString(), address.error().code);
    return {};
  }
  Mail mail;
  mail.organization = m_organization;
  mail.id = makeId<MailId>(m_session.clock.now());
  mail.event = eventSequence;
  mail.mailTemplate = kind.id;
  mail.recipient = address->toString();
  mail.language = languageOf(kind, recipient.language);
  const auto words = render(kind.byLanguage.at(mail.language), valuesOf(told, mail.language));
  mail.subject = words.subject;
  mail.body = words.text;
  mail.link = told.link;
  mail.invoice = told.invoice;
  mail.attachesInvoice = told.attachesInvoice;
  mail.priority = told.priority;
  return m_repository.add(mail);
}

} // namespace tenantry::automation
