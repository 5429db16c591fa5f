// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/coupon_dialog.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/format.h"
#include <QBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int longestCouponId = 100;
constexpr int percentPlaces = 4;

QString takenOff(const business::Coupon &coupon, const QLocale &locale) {
  if (coupon.amount)
    return formatMoney(*coupon.amount, locale);
  auto percent = formatDecimal(coupon.percent.value_or(Rational()), percentPlaces);
  return CouponDialog::tr("%1 %").arg(percent.replace(u'.', locale.decimalPoint()));
}

} // namespace

CouponDialog::CouponDialog(models::Connection &connection, const models::OrganizationFacts &facts,
                           QWidget *window)
    : SubscriptionDialog(
          connection, facts,
          {tr("Apply a coupon to the subscription of %1").arg(facts.organization.name),
           tr("Apply coupon"), u"check"_s, ButtonVariant::Primary},
          window),
      m_coupon(new QLineEdit) {
  m_coupon->setMaxLength(longestCouponId);
  fields()->addWidget(new FormField(tr("Coupon"), m_coupon));
  connect(m_coupon, &QLineEdit::textChanged, this, &CouponDialog::edited);
  addTypedConfirmation(); // it stays redeemed, and a coupon may be redeemed only so often
  confirmation()->setDefault(false); // Enter in the field redeems nothing
  confirmation()->setAutoDefault(false);
  begin(Offers::Unneeded);
}

models::WantedChange CouponDialog::wanted() const {
  models::WantedChange wanted;
  wanted.kind = models::WantedChange::Kind::Redeem;
  wanted.couponId = m_coupon->text().trimmed();
  return wanted;
}

QString CouponDialog::objection() const {
  return m_coupon->text().trimmed().isEmpty() ? tr("Type the coupon") : QString();
}

QString CouponDialog::meaning(const Preview &preview) const {
  const auto &redeemed = preview.after.redemptions.back();
  const auto off = takenOff(redeemed.coupon, locale());
  const auto text = redeemed.toIndex
                        ? tr("It takes %1 off the next %n recurring invoice(s).", nullptr,
                             *redeemed.toIndex - redeemed.fromIndex)
                        : tr("It takes %1 off every recurring invoice from the next one on.");
  const auto last =
      preview.next ? tr("It can be ended, but not redeemed again.")
                   : tr("No further invoice is expected. It can be ended, but not redeemed again.");
  return text.arg(off) + u' ' + last;
}

QString CouponDialog::doneText(const Preview &) const { return tr("Coupon applied"); }

models::FormValues CouponDialog::typed() const { return {{u"coupon"_s, m_coupon->text()}}; }

void CouponDialog::fill(const models::FormValues &typed) {
  const QSignalBlocker quiet(m_coupon);
  m_coupon->setText(typed.value(u"coupon"_s));
}

} // namespace tenantry::ui
