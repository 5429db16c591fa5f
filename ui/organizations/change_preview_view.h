// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/organizations/subscription_changer.h"
#include <QWidget>

class QVBoxLayout;

namespace tenantry::ui {

class Card;
class Label;

/// What a change comes to: its lines, what is due, what becomes of balance and MRR, and the invoice
/// after it. While it is looked at, the figures before it stay, muted.
class ChangePreviewView : public QWidget {
  Q_OBJECT

public:
  explicit ChangePreviewView(QWidget *parent = nullptr);

  void show(const models::ChangePreview &preview);
  void clear();                       ///< nothing is known
  [[nodiscard]] QString text() const; ///< all that it says, line by line

private:
  void addBill(const models::ChangePreview &preview);
  void addContract(const models::ChangePreview &preview);
  void addNext(const models::ChangePreview &preview);
  void addFact(const QString &key, const QString &value, bool isSum = false);

  Card *m_card;
  QStringList m_said;
};

} // namespace tenantry::ui
