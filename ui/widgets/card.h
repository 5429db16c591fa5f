// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace tenantry::ui {

class ElidedLabel;
class Label;

/// A bordered area with a title and one muted fact on its right. No shadow: that is for overlays.
class Card : public QWidget {
public:
  explicit Card(const QString &title = {}, const QString &fact = {}, QWidget *parent = nullptr);

  [[nodiscard]] QVBoxLayout *body() const { return m_body; } ///< what the card holds goes in here
  void setTitle(const QString &title);
  void setFact(const QString &fact);
  /// How the fact is computed, and as of when, where it is a figure; or what the title stands over.
  void setFormula(const QString &formula, const QString &asOf);
  /// The body stands out by so much to both sides, for rows that have a room of their own around
  /// their texts: those stand below the title then.
  void setBodyOutset(int outset);

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  Label *m_title;
  ElidedLabel *m_fact;
  QHBoxLayout *m_head;
  QVBoxLayout *m_body;
};

} // namespace tenantry::ui
