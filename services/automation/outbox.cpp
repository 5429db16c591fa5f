// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/outbox.h"

#include "services/automation/repository.h"

using namespace Qt::StringLiterals;

namespace tenantry::automation {

Result<std::vector<Mail>> Outbox::list(const MailQuery &query) {
  return Repository(m_session).list(query.state, query.organization, query.limit);
}

Result<Mail> Outbox::find(const MailId &id) {
  TENANTRY_TRY(mail, Repository(m_session).find(id));
  if (!mail)
    return fail(u"mail.not_found"_s, u"There is no mail %1."_s.arg(id.toString()));
  return std::move(*mail);
}

Result<Mail> Outbox::cancel(const MailId &id) {
  return m_session.database.transaction([&]() -> Result<Mail> {
    TENANTRY_TRY(mail, find(id));
    TENANTRY_TRY(wasWaiting, Repository(m_session).cancel(mail));
    if (!wasWaiting)
      return fail(u"mail.not_waiting"_s,
                  u"The mail is %1 or is being sent right now, so it cannot be cancelled."_s.arg(
                      toString(mail.state)));
    return find(id);
  });
}

Result<Mail> Outbox::retry(const MailId &id) {
  return m_session.database.transaction([&]() -> Result<Mail> {
    TENANTRY_TRY(mail, find(id));
    TENANTRY_TRY(isQueued, Repository(m_session).retry(mail));
    if (!isQueued)
      return fail(u"mail.not_waiting"_s,
                  u"The mail is %1 or is being sent right now, so it is not sent again."_s.arg(
                      toString(mail.state)));
    return find(id);
  });
}

Result<> Outbox::restore(const Mail &before) {
  TENANTRY_TRY(isRestored, Repository(m_session).restore(before));
  if (!isRestored)
    return fail(u"mail.changed_since"_s,
                u"The mail has been sent, tried or changed in the meantime; look at "
                u"it again."_s);
  return {};
}

} // namespace tenantry::automation
