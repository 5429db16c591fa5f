// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/end_coupon_dialog.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/format.h"
#include <QBoxLayout>
#include <QComboBox>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

EndCouponDialog::EndCouponDialog(models::Connection &connection,
                                 const models::OrganizationFacts &facts, QWidget *window)
    : SubscriptionDialog(connection, facts,
                         {tr("End a coupon of the subscription of %1").arg(facts.organization.name),
                          tr("End coupon"), u"x"_s, ButtonVariant::Danger},
                         window),
      m_coupon(new QComboBox), m_when(new QComboBox) {
  const auto &subscription = *facts.subscription;
  for (const auto &redemption : subscription.redemptions)
    if (subscriptions::isAhead(redemption, subscription))
      m_coupon->addItem(redemption.coupon.id);
  m_when->addItem(tr("Now"));
  m_when->addItem(
      tr("At the end of the period, %1").arg(formatDay(subscription.period.to, locale())));
  m_when->setCurrentIndex(1);
  fields()->addWidget(new FormField(tr("Coupon"), m_coupon));
  fields()->addWidget(new FormField(tr("When"), m_when));
  for (const auto *box : {m_coupon, m_when})
    connect(box, &QComboBox::currentIndexChanged, this, &EndCouponDialog::edited);
  addTypedConfirmation(); // it is not redeemed again
  confirmation()->setDefault(false);
  confirmation()->setAutoDefault(false);
  begin(Offers::Unneeded);
}

models::WantedChange EndCouponDialog::wanted() const {
  models::WantedChange wanted;
  wanted.kind = models::WantedChange::Kind::EndCoupon;
  wanted.couponId = m_coupon->currentText();
  wanted.now = m_when->currentIndex() == 0;
  return wanted;
}

QString EndCouponDialog::meaning(const Preview &) const {
  const auto text = m_when->currentIndex() == 0
                        ? tr("It takes nothing off what is billed from now on.")
                        : tr("It takes nothing off what is billed for later periods.");
  return text + u' ' + tr("What is issued or drafted stays. The coupon is not redeemed again.");
}

QString EndCouponDialog::doneText(const Preview &) const { return tr("Coupon ended"); }

models::FormValues EndCouponDialog::typed() const {
  return {{u"coupon"_s, m_coupon->currentText()},
          {u"when"_s, QString::number(m_when->currentIndex())}};
}

void EndCouponDialog::fill(const models::FormValues &typed) {
  const QSignalBlocker quietCoupon(m_coupon), quietWhen(m_when);
  m_coupon->setCurrentIndex(std::max(0, m_coupon->findText(typed.value(u"coupon"_s))));
  m_when->setCurrentIndex(typed.value(u"when"_s).toInt() == 0 ? 0 : 1);
}

} // namespace tenantry::ui
