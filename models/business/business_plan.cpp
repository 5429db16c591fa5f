// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/business/business_plan.h"

#include "models/connection/when_done.h"
#include "services/billing/business_refusals.h"
#include "services/business/loader.h"

namespace tenantry::models {

BusinessPlan::BusinessPlan(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection) {}

Result<BusinessPlan::Planned> BusinessPlan::read(store::Session &session,
                                                 business::AppliedBusiness &business,
                                                 const QString &folder) {
  const auto source = business::Source::fromDirectory(folder);
  if (!source)
    return Planned{{}, source.error()};
  auto wanted = source->load();
  if (!wanted)
    return Planned{{}, wanted.error()};
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(report,
               subscriptions::planReport(session, *applied, *wanted, billing::businessRefusals));
  return Planned{Picture{applied->version,
                         std::make_shared<const business::Business>(std::move(*wanted)),
                         std::move(report)}};
}

void BusinessPlan::plan(const QString &folder) {
  m_folder = folder;
  m_isPlanning = true;
  Q_EMIT changed();
  whenDone(
      m_connection.work([folder](store::Session &session, business::AppliedBusiness &business) {
        return read(session, business, folder);
      }),
      this, [this, asked = ++m_asked](const Result<Planned> &planned) {
        if (asked == m_asked)
          take(planned);
      });
}

void BusinessPlan::take(const Result<Planned> &planned) {
  m_isPlanning = false;
  m_picture = planned ? planned->picture : std::nullopt;
  m_mistakes = planned ? planned->mistakes : std::vector{planned.error()};
  Q_EMIT changed();
}

void BusinessPlan::planAgain() {
  if (!m_folder.isEmpty())
    plan(m_folder);
}

void BusinessPlan::leave() {
  ++m_asked;
  m_folder.clear();
  m_picture.reset();
  m_mistakes.clear();
  m_isPlanning = false;
  Q_EMIT changed();
}

void BusinessPlan::apply() {
  if (!m_picture || m_isApplying)
    return;
  m_isApplying = true;
  Q_EMIT changed();
  whenDone(m_connection.work([wanted = m_picture->wanted, version = m_picture->version](
                                 store::Session &session,
                                 business::AppliedBusiness &business) -> Result<std::int64_t> {
    TENANTRY_CHECK(subscriptions::applyBusiness(session, *wanted, session.actor,
                                                billing::businessRefusals, version));
    TENANTRY_TRY(applied, business.current(session));
    return applied->version;
  }),
           this, [this](const Result<std::int64_t> &version) {
             m_isApplying = false;
             if (version)
               Q_EMIT applied(*version);
             else
               Q_EMIT refused(version.error());
             planAgain(); // what is left to do: nothing, or what is to be seen first
           });
}

} // namespace tenantry::models
