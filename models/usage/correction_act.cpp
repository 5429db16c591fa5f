// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usage/correction_act.h"

#include "models/connection/when_done.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::models {

namespace {

constexpr auto correctionPause = 150ms;

/// None: it was done already.
Result<std::optional<usage::CorrectionPicture>>
lookAtCorrection(store::Session &session, business::AppliedBusiness &business,
                 const usage::UsageCorrection &wanted) {
  usage::UsageCorrections acts(session, business);
  if (!wanted.id.isNull()) {
    TENANTRY_TRY(known, acts.knows(wanted.organization, wanted.id));
    if (known)
      return std::optional<usage::CorrectionPicture>{};
  }
  TENANTRY_TRY(picture, acts.preview(wanted));
  return std::optional(std::move(picture));
}

} // namespace

CorrectionAct::CorrectionAct(Connection &connection, const OrganizationId &organization,
                             const QString &corrects, QObject *parent)
    : QObject(parent), m_connection(connection), m_organization(organization),
      m_corrects(corrects) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(correctionPause);
  m_pause.callOnTimeout(this, &CorrectionAct::look);
  const auto again = [this] {
    if (m_quantity != 0 && !m_isBusy)
      preview(m_quantity);
  };
  connect(&m_connection, &Connection::caughtUp, this, again);
  connect(&m_connection, &Connection::organizationsChanged, this,
          [this, again](const QList<OrganizationId> &changed) {
            if (changed.contains(m_organization))
              again();
          });
}

void CorrectionAct::preview(std::int64_t quantity) {
  forget();
  m_quantity = quantity;
  m_pause.start();
}

void CorrectionAct::forget() {
  ++m_generation;
  m_pause.stop();
  m_quantity = 0;
  m_shown.reset();
}

usage::UsageCorrection CorrectionAct::wanted() const {
  usage::UsageCorrection correction{m_organization, m_corrects, m_quantity, {}, {}};
  if (m_sent && m_sent->first == m_quantity)
    correction.id = m_sent->second;
  return correction;
}

void CorrectionAct::look() {
  auto reading = m_connection.read(
      [wanted = wanted()](store::Session &session, business::AppliedBusiness &business) {
        return lookAtCorrection(session, business, wanted);
      });
  whenDone(reading, this,
           [this, generation = m_generation](
               const Result<std::optional<usage::CorrectionPicture>> &picture) {
             if (generation != m_generation)
               return;
             if (!picture)
               return Q_EMIT refused(picture.error());
             if (!*picture)
               return finish();
             m_shown = *picture;
             Q_EMIT previewed();
           });
}

void CorrectionAct::confirm(const QString &reason) {
  if (!m_shown || m_isBusy)
    return;
  setBusy(true);
  auto correction = wanted();
  if (correction.id.isNull()) {
    correction.id = makeUuidV7(m_connection.clock().now());
    m_sent = {m_quantity, correction.id};
  }
  correction.reason = reason;
  auto acted = m_connection.work(
      [correction, seen = m_shown->digest()](store::Session &session,
                                             business::AppliedBusiness &business) -> Result<> {
        TENANTRY_CHECK(usage::UsageCorrections(session, business).act(correction, seen));
        return {};
      });
  whenDone(acted, this, [this](const Result<> &outcome) {
    setBusy(false);
    take(outcome);
  });
}

void CorrectionAct::take(const Result<> &outcome) {
  if (outcome)
    return finish();
  if (outcome.error().code != u"usage.picture_changed"_s)
    return Q_EMIT refused(outcome.error());
  Q_EMIT outdated(outcome.error());
  preview(m_quantity);
}

void CorrectionAct::finish() {
  forget();
  Q_EMIT done();
}

void CorrectionAct::setBusy(bool busy) {
  m_isBusy = busy;
  Q_EMIT busyChanged(busy);
}

} // namespace tenantry::models
