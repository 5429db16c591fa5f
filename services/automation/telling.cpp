// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/telling.h"

#include "services/automation/rendering.h"
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
                      {u"plan"_s, planName(language)},
                      {u"reason"_s, reasonOf(told.declineCode, language)},
                      {u"number"_s, told.number},
                      {u"due"_s, told.due ? locale.date(*told.due) : QString()},
                      {u"metric"_s, told.metric},
                      {u"used"_s, quantity(told.used)},
                      {u"limit"_s, quantity(told.limit)}};
  if (told.amount)
    values[u"amount"_s] = locale.money(*told.amount);
  if (told.ends)
    values[u"ends"_s] = locale.date(*told.ends);
  return values;
}

QString Telling::planName(const QString &language) const {
  const auto plan = m_business.plans.find(m_addressee.planId);
  return plan == m_business.plans.end() ? m_addressee.planId : plan->second.name.in(language);
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
